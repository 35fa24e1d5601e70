using EGov.Engine;
using EGov.Runtime.Handling;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Unsettled;

/// <summary>待处理短信: messages that may not have arrived, and what a clerk does about each.</summary>
internal static class UnsettledEndpoint
{
    public const string Address = "/desk/unsettled";

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("unsettled", ShowAsync);
        desk.MapPost("unsettled/{number}/{message:int}", SettleAsync);
        desk.MapPost("unsettled/{number}/{message:int}/reveal", RevealAsync);
    }

    private static async Task<RazorComponentResult<UnsettledPage>> ShowAsync([AsParameters] UnsettledRoom room, CancellationToken stop) => await room.PageAsync(null, stop);

    private static async Task<Results<Onward, RazorComponentResult<UnsettledPage>>> SettleAsync(
        string number, int message, [AsParameters] UnsettledRoom room, [FromForm] SettleForm? form, CancellationToken stop)
    {
        var typed = form ?? new();
        return await room.Messages.SettleAsync(room.Officer.Actor, new CaseId(number), message, new(typed.How, typed.Number, typed.Note), stop) is { } wrong
            ? await room.PageAsync(new(number, message) { Form = typed, Wrong = wrong }, stop)
            : Onward.To(Address, "message-" + typed.How);
    }

    /// <summary>The number in full, in this answer only, once it is written down who looked.</summary>
    private static async Task<Results<RazorComponentResult<UnsettledPage>, NotFound>> RevealAsync(string number, int message, [AsParameters] UnsettledRoom room, AccessLog log, IFormCollection form, CancellationToken stop)
    {
        _ = form; // Bound so that the form's token is asked for.
        if (await room.Messages.NumberOfAsync(room.Officer.Actor, new CaseId(number), message, stop) is not { } full) return TypedResults.NotFound();
        await log.WriteAsync(new CaseId(number), room.Officer.Actor.User, ["mobile"], stop);
        return await room.PageAsync(new(number, message) { Revealed = full }, stop);
    }
}
