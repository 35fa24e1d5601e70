using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Supply;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Window.AtWindow;

/// <summary>补正 at the window: the applicant has brought what was asked for, and the officer of the item who put it on file says so for him.</summary>
internal static class SupplyAtWindowEndpoint
{
    public static void Map(IEndpointRouteBuilder window) => window.MapPost("cases/{number}/supplied", SupplyAsync);

    /// <summary>True for officers of the item's parties: what an applicant says at a window, they write down.</summary>
    public static bool MaySpeakFor(Actor officer, CaseFile file) => file.State.SeatsOf(file.Workflow.Facts).Any(officer.Is);

    private static async Task<Results<RazorComponentResult<AtWindowPage>, Onward, NotFound, ForbidHttpResult>> SupplyAsync(
        string number, [AsParameters] CaseRoom room, CaseDesk desk, [FromForm] ActAtWindowForm form, CancellationToken stop)
    {
        if (await room.OpenAsync(number, stop) is not { } file) return TypedResults.NotFound();
        if (!MaySpeakFor(room.Officer.Actor, file)) return TypedResults.Forbid();
        var headers = new ActHeaders(form.Click, form.Version);
        if (headers.Problem is not null) return await room.PageAsync(file, form, Words.Say("click-missing"), stop);
        if (SupplyEndpoint.Answer(file) is not { } answer) return await room.PageAsync(file, form, Words.Say("window-supply-not-asked"), stop);
        var by = room.Officer.Actor with { Parties = room.Officer.Actor.Parties.Add(PartyId.Applicant) };
        var receipt = await desk.HandInAsync(new CommandEnvelope(headers.IdFor(by.User.Value), file.State.Case, answer with { By = by }) { ExpectedVersion = headers.ExpectedVersion }, stop);
        return receipt.Refusal is { } refusal && !receipt.IsOfAnotherOrder()
            ? await room.PageAsync(await room.OpenAsync(number, stop) ?? file, form, Words.Say(Words.Kebab(refusal.Code), refusal.Arguments), stop)
            : Onward.To($"{WindowDoor.Address}/cases/{number}", "window-supplied");
    }
}
