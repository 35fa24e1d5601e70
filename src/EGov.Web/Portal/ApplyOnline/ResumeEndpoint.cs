using EGov.Web.Http;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>接着填: a saved application is opened with its resume code.</summary>
internal static class ResumeEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("resume", Ask);
        pages.MapPost("resume", ResumeAsync).RequireRateLimiting(RateLimits.Entering);
    }

    private static RazorComponentResult<ResumePage> Ask(PageFrame frame) => new(new { Frame = frame });

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<ResumePage>>> ResumeAsync(PageFrame frame, HttpContext context, DraftDesk desk, [FromForm] ResumeForm form, CancellationToken stop) =>
        await desk.ResumeAsync(context, form.Code, stop) is { } draft
            ? TypedResults.LocalRedirect($"/items/{draft.Item}/apply/saved")
            : new RazorComponentResult<ResumePage>(new { Frame = frame, form.Code, IsWrong = true }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
}

/// <summary>What the form sends.</summary>
internal sealed record ResumeForm
{
    public string? Code { get; init; }
}
