using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Desk.Handling;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Acts;

/// <summary>Every act of an officer as a form: asked about on a page of its own where it needs to know more or cannot be undone, then done.</summary>
internal static class ActEndpoint
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases.MapGet("acts/{act}", AskAsync);
        cases.MapPost("acts/{act}", DoAsync);
    }

    private static async Task<Results<RazorComponentResult<ActPage>, NotFound>> AskAsync(
        [AsParameters] HandlingVisit visit, string act, HandlingTeller teller, ActAsker asker, int? work, string? option, CancellationToken stop)
    {
        if (ActNames.Parse(act) is not { } asked || await visit.OpenAsync(stop) is not { } opened) return TypedResults.NotFound();
        var form = new ActForm { Work = work ?? 0, Option = option };
        return Page(visit, opened, asked, form, new(teller, asker)) is { } page ? page : TypedResults.NotFound();
    }

    private static async Task<Results<Onward, RazorComponentResult<ActPage>, RazorComponentResult<HandlingPage>, NotFound>> DoAsync(
        [AsParameters] HandlingVisit visit, string act, [FromForm] ActForm form, [AsParameters] HandlingParts parts, ActAsker asker, CancellationToken stop)
    {
        if (ActNames.Parse(act) is not { } asked || await visit.OpenAsync(stop) is not { } opened) return TypedResults.NotFound();
        var words = parts.Teller.WordsOf(opened, visit.Officer);
        if (asked == Act.Complete && !form.Sure && asker.IsFinal(form, opened.File, visit.Officer))
            return Page(visit, opened, asked, form, new(parts.Teller, asker)) is { } sure ? sure : TypedResults.NotFound();
        var problem = asker.WhyNot(asked, form, opened.File) ?? await visit.HandInAsync(words, form, asked, stop);
        if (problem is null)
        {
            if (form.Said is not null) await parts.Drafts.ForgetAsync(opened.File.State.Case, visit.Officer.Actor.User, stop);
            return visit.Done(CaseWords.DoneBy(asked, form), words.DoneAbout(form));
        }

        var newer = await visit.OpenAsync(stop) ?? opened;
        if (form.Sure && Page(visit, newer, asked, form, new(parts.Teller, asker, problem)) is { } again) return again;
        return await parts.PageAsync(visit, newer, new HandlingView(), new(new RefusedAct(form.Work, problem, form.Text)), stop);
    }

    private static RazorComponentResult<ActPage>? Page(HandlingVisit visit, OpenedCase opened, Act act, ActForm form, Asking asking) =>
        asking.Asker.Ask(act, form, asking.Teller.WordsOf(opened, visit.Officer), visit.Officer) is { } question
            ? new(new { visit.Frame, Question = question with { Trail = visit.Trail }, Typed = new TypedAct(form.Option, form.To, form.Party, form.Days, form.Remedy, form.Outcome, form.Text), asking.Problem })
            {
                StatusCode = asking.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
            }
            : null;

    private readonly record struct Asking(HandlingTeller Teller, ActAsker Asker, string? Problem = null);
}

/// <summary>What was typed into the form of an act; stands there again when the act is refused.</summary>
public sealed record TypedAct(string? Option, string? To, string? Party, int? Days, Remedy? Remedy, string? Outcome, string? Text);
