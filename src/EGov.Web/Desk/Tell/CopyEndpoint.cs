using EGov.Engine;
using EGov.Runtime.Notices;
using EGov.Web.Desk.Trail;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Tell;

/// <summary>抄送: brings a case to the attention of an officer who may read it; he finds a notice and watches the case.</summary>
internal static class CopyEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("cases/{number}/copy", AskAsync);
        pages.MapPost("cases/{number}/copy", CopyAsync);
    }

    private static async Task<Results<RazorComponentResult<TellPage>, NotFound>> AskAsync(string number, CurrentActor officer, TellDesk desk, PageFrame frame, HttpResponse response, CancellationToken stop) =>
        await desk.OpenAsync(number, officer, stop) is null ? TypedResults.NotFound() : TellPage.Of(response, frame, "copy", number, new() { Click = Guid.NewGuid().ToString("N") }, null);

    private static async Task<Results<Onward, RazorComponentResult<TellPage>, NotFound>> CopyAsync(
        string number, string? from, CurrentActor officer, TellDesk desk, NoticeBoard board, PageFrame frame, HttpResponse response, [FromForm] TellForm? form, CancellationToken stop)
    {
        if (await desk.OpenAsync(number, officer, stop) is not { } file) return TypedResults.NotFound();
        if (await desk.WrongAsync(file, officer, form ?? new(), needsText: false) is { } wrong) return TellPage.Of(response, frame, "copy", number, form ?? new(), wrong);
        await board.CopyAsync(file.State.Case, officer.Actor.User, new UserId(form!.To!.Trim()), string.IsNullOrWhiteSpace(form.Text) ? null : form.Text, form.Click!, stop);
        return BackForm.To(CaseTrail.AddressOf(file.State.Case, CaseTrail.Parse(from)), "copied", "/desk");
    }
}
