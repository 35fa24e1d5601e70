using EGov.Runtime.Cases;
using EGov.Runtime.Portal;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Follow;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.Messages;

/// <summary>留言: the applicant writes to the office that has his case, and reads what it answers.</summary>
internal static class MessagesPageEndpoint
{
    private const string Address = CaseVisit.Address + "/messages";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, ShowAsync);
        pages.MapPost(Address, WriteAsync).RequireRateLimiting(RateLimits.Applying);
    }

    private static async Task<Results<RazorComponentResult<MessagesPage>, Onward>> ShowAsync([AsParameters] CaseVisit visit, Correspondence letters, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } file) return CaseVisit.ToDoor;
        var page = await PageAsync(visit, file, letters, null, null, stop);
        await letters.Messages.MarkReadAsync(file.State.Case, byApplicant: true, stop);
        return page;
    }

    private static async Task<Results<RazorComponentResult<MessagesPage>, Onward>> WriteAsync([AsParameters] CaseVisit visit, Correspondence letters, [FromForm] ActForm form, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } file) return CaseVisit.ToDoor;
        var text = form.Text?.Trim() ?? "";
        var problem = text.Length == 0 ? Words.Say("messages-empty") : !Texts.IsShowable(text, CaseMessages.LongestText) ? Words.Say("messages-unshowable")
            : await letters.Messages.WriteAsync(file.State.Case, text, null, stop) ? null : Words.Say("messages-too-many");
        return problem is null ? Onward.To(Address, "written") : await PageAsync(visit, file, letters, form.Text, problem, stop);
    }

    private static async Task<RazorComponentResult<MessagesPage>> PageAsync(CaseVisit visit, CaseFile file, Correspondence letters, string? text, string? problem, CancellationToken stop) =>
        new(new { visit.Frame, Number = file.State.Case.Value, Letters = await letters.OfAsync(file, stop), Text = text, Problem = problem })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
