using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Urge;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.Follow;

/// <summary>催办 and 撤回 from the page. A withdrawal is asked about on a page of its own, for it cannot be undone.</summary>
internal static class ActEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost(CaseVisit.Address + "/urge", UrgeAsync);
        pages.MapGet(CaseVisit.Address + "/withdraw", AskAsync);
        pages.MapPost(CaseVisit.Address + "/withdraw", WithdrawAsync);
    }

    private static async Task<Onward> UrgeAsync([AsParameters] CaseVisit visit, [FromForm] ActForm form, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } file) return CaseVisit.ToDoor;
        if (UrgeEndpoint.Longest(file) is not { } urge || await visit.HandInAsync(file, form.Click, urge, null, stop) is not null) return CaseVisit.Done("not-urged");
        return CaseVisit.Done("urged");
    }

    private static async Task<Results<RazorComponentResult<WithdrawPage>, Onward>> AskAsync([AsParameters] CaseVisit visit, CancellationToken stop) =>
        await visit.OpenAsync(stop) is { } file ? Page(visit, file.State.Case.Value, null, null) : CaseVisit.ToDoor;

    private static async Task<Results<RazorComponentResult<WithdrawPage>, Onward>> WithdrawAsync([AsParameters] CaseVisit visit, [FromForm] ActForm form, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } file) return CaseVisit.ToDoor;
        var reason = string.IsNullOrWhiteSpace(form.Text) ? null : form.Text.Trim();
        var problem = Texts.IsShowable(reason, Limits.OpinionInCharacters)
            ? await visit.HandInAsync(file, form.Click, new Orders.WithdrawCase(ApplicantOrder.Applicant, Texts.Commit(reason)), reason, stop)
            : Words.Say("text-not-allowed");
        return problem is null ? CaseVisit.Done("withdrawn") : Page(visit, file.State.Case.Value, form.Text, problem);
    }

    private static RazorComponentResult<WithdrawPage> Page(CaseVisit visit, string number, string? text, string? problem) =>
        new(new { visit.Frame, Number = number, Text = text, Problem = problem }) { StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict };
}

/// <summary>What the forms of a case send.</summary>
internal sealed record ActForm
{
    /// <summary>Made once per page.</summary>
    public string? Click { get; init; }

    public string? Text { get; init; }

    public int? Grade { get; init; }
}
