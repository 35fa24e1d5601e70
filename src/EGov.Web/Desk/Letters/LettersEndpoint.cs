using EGov.Runtime.Portal;
using EGov.Web.Desk.Handling;
using EGov.Web.Http;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace EGov.Web.Desk.Letters;

/// <summary>往来: the answer of a party of the item to what the applicant wrote.</summary>
internal static class LettersEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("letters", WriteAsync);

    private static async Task<Results<Onward, NotFound, ForbidHttpResult, RazorComponentResult<HandlingPage>>> WriteAsync(
        [AsParameters] HandlingVisit visit, [FromForm] LetterForm form, [AsParameters] HandlingParts parts, CaseMessages messages, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } opened) return TypedResults.NotFound();
        if (visit.Officer.PartyIn(opened.File) is not { } party) return TypedResults.Forbid();
        var text = form.Text?.Trim() ?? "";
        var problem = text.Length == 0 ? Words.Say("messages-empty")
            : !Texts.IsShowable(text, CaseMessages.LongestText) ? Words.Say("messages-unshowable")
            : await messages.WriteAsync(opened.File.State.Case, text, (visit.Officer.Actor.User, party), stop) ? null : Words.Say("messages-too-many");
        return problem is null
            ? Onward.To(QueryHelpers.AddQueryString(visit.Address, "tab", "letters"), "answered")
            : await parts.PageAsync(visit, opened, new HandlingView("letters"), new(new RefusedAct(RefusedAct.Letter, problem, form.Text)), stop);
    }
}

/// <summary>What is written.</summary>
internal sealed record LetterForm
{
    public string? Text { get; init; }
}
