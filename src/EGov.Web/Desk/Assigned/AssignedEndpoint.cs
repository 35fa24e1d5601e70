using EGov.Runtime.Lead;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Assigned;

/// <summary>交办给我的: what leaders have asked of an officer, and his answers.</summary>
internal static class AssignedEndpoint
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("assignments", ShowAsync);
        desk.MapPost("assignments/reply", ReplyAsync);
    }

    private static async Task<RazorComponentResult<AssignedPage>> ShowAsync(
        CurrentActor officer, Assignments assignments, OfficerNames names, PageFrame frame, HttpResponse response, CancellationToken stop) =>
        AssignedPage.Of(response, frame, await assignments.GivenToAsync(officer.Actor.User, stop), names, null, null);

    private static async Task<Results<Onward, RazorComponentResult<AssignedPage>>> ReplyAsync(
        CurrentActor officer, Assignments assignments, OfficerNames names, PageFrame frame, HttpResponse response, [FromForm] ReplyForm? form, CancellationToken stop)
    {
        var wrong = string.IsNullOrWhiteSpace(form?.Text) ? "reply-missing"
            : !Texts.IsShowable(form.Text, Assignments.LongestText) ? "tell-text-wrong"
            : await assignments.ReplyAsync(officer.Actor.User, form.Id ?? "", form.Text, stop) ? null : "reply-not-asked";
        return wrong is null
            ? Onward.To("/desk/assignments", "replied")
            : AssignedPage.Of(response, frame, await assignments.GivenToAsync(officer.Actor.User, stop), names, form, wrong);
    }
}

/// <summary>What the form sends.</summary>
internal sealed record ReplyForm
{
    public string? Id { get; init; }

    public string? Text { get; init; }
}
