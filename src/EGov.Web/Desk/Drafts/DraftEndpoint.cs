using EGov.Runtime.Handling;
using EGov.Web.Desk.Handling;
using EGov.Web.Http;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Drafts;

/// <summary>存为拟办意见: what was typed is kept before the act, by the button, by S, and by itself while one types; a set phrase is added to it.</summary>
internal static class DraftEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("draft", SaveAsync);

    private static async Task<Results<Onward, NoContent, NotFound, RazorComponentResult<HandlingPage>>> SaveAsync(
        [AsParameters] HandlingVisit visit, [FromForm] DraftForm form, [AsParameters] HandlingParts parts, OpinionDrafts drafts, HttpRequest request, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } opened) return TypedResults.NotFound();
        var text = form.Phrase is { Length: > 0 } phrase ? string.IsNullOrWhiteSpace(form.Text) ? phrase : form.Text.TrimEnd() + phrase : form.Text ?? "";
        if (!Texts.IsShowable(text, OpinionDrafts.LongestText))
            return await parts.PageAsync(visit, opened, new HandlingView(), new(new RefusedAct(form.Work, Words.Say("handle-text-not-allowed", Layout.Figures.Of(OpinionDrafts.LongestText)), form.Text)), stop);
        await drafts.SaveAsync(opened.File.State.Case, visit.Officer.Actor.User, text, stop);
        return request.Headers.ContainsKey("HX-Request") ? TypedResults.NoContent() : visit.Done("drafted");
    }
}

/// <summary>The opinion so far.</summary>
internal sealed record DraftForm
{
    public int Work { get; init; }

    public string? Text { get; init; }

    /// <summary>A set phrase to add.</summary>
    public string? Phrase { get; init; }
}
