using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Window.AtWindow;

/// <summary>当场办理: after taking in, the officer does what the engine lets him do, one step after another in one sitting (即办件).</summary>
internal static class AtWindowEndpoint
{
    public static void Map(IEndpointRouteBuilder window)
    {
        window.MapGet("cases/{number}", ShowAsync);
        window.MapPost("cases/{number}", ActAsync);
    }

    private static async Task<Results<RazorComponentResult<AtWindowPage>, NotFound>> ShowAsync(string number, [AsParameters] CaseRoom room, CancellationToken stop) =>
        await room.OpenAsync(number, stop) is { } file ? await room.PageAsync(file, new ActAtWindowForm(), null, stop) : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult<AtWindowPage>, Onward, NotFound>> ActAsync(
        string number, [AsParameters] CaseRoom room, CaseDesk desk, [FromForm] ActAtWindowForm form, CancellationToken stop)
    {
        if (await room.OpenAsync(number, stop) is not { } file) return TypedResults.NotFound();
        var (headers, opinion) = (new ActHeaders(form.Click, form.Version), string.IsNullOrWhiteSpace(form.Opinion) ? null : form.Opinion.Trim());
        if (headers.Problem is not null) return await room.PageAsync(file, form, Words.Say("click-missing"), stop);
        if (!Texts.IsShowable(opinion, Limits.OpinionInCharacters)) return await room.PageAsync(file, form, Words.Say("text-not-allowed", "opinion"), stop);
        var by = room.Officer.Actor;
        var order = new Orders.CompleteWorkItem(by, form.WorkItem, form.Choice ?? "", Texts.Commit(opinion), ImmutableSortedDictionary<string, Value>.Empty);
        var receipt = await desk.HandInAsync(new CommandEnvelope(headers.IdFor(by.User.Value), file.State.Case, order) { ExpectedVersion = headers.ExpectedVersion, Texts = opinion is null ? [] : [opinion] }, stop);
        return receipt.Refusal is { } refusal && !receipt.IsOfAnotherOrder()
            ? await room.PageAsync(await room.OpenAsync(number, stop) ?? file, form, Words.Say(Words.Kebab(refusal.Code), refusal.Arguments), stop)
            : Onward.To($"{WindowDoor.Address}/cases/{number}", "window-acted");
    }
}

/// <summary>A case opened at a window by an officer who may read it.</summary>
internal sealed record CaseRoom(PageFrame Frame, CurrentActor Officer, CaseFiles Files, WindowTeller Teller, OfficerNames Names)
{
    public async Task<CaseFile?> OpenAsync(string number, CancellationToken stop) =>
        await Files.ReadAsync(new CaseId(number), stop) is { } file && ReadingRoom.MayRead(Officer, file) ? file : null;

    public async Task<RazorComponentResult<AtWindowPage>> PageAsync(CaseFile file, ActAtWindowForm form, string? problem, CancellationToken stop) =>
        new(new { Frame, Case = await Teller.TellAsync(file, Officer, Names, stop), Typed = form.Opinion, TypedFor = form.WorkItem, Problem = problem })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
}

/// <summary>What the form sends.</summary>
internal sealed record ActAtWindowForm
{
    public int WorkItem { get; init; }

    public string? Choice { get; init; }

    public string? Opinion { get; init; }

    /// <summary>Made once per page.</summary>
    public string? Click { get; init; }

    public string? Version { get; init; }
}
