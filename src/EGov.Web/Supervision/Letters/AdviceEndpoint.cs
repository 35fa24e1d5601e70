using EGov.Runtime.Supervision;
using EGov.Web.Layout;
using EGov.Web.Letters;
using EGov.Web.Security;
using EGov.Web.Supervision.Cards;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Supervision.Letters;

/// <summary>监察建议书: written to a body about the cards of a time, and printed as one sheet.</summary>
internal static class AdviceEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("letters", ListAsync);
        room.MapPost("letters", WriteAsync);
        room.MapGet("letters/{advice}", ShowAsync);
    }

    private static Task<RazorComponentResult<AdvicePage>> ListAsync(AdviceTeller teller, PageFrame frame, HttpResponse response, CancellationToken stop) =>
        PageAsync(teller, (frame, response), new(), null, stop);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<AdvicePage>>> WriteAsync(
        CurrentActor by, SupervisionDesk desk, AdviceTeller teller, PageFrame frame, HttpResponse response, [FromForm] AdviceForm? form, CancellationToken stop)
    {
        if (form?.Draft is not { } draft) return await PageAsync(teller, (frame, response), form ?? new(), "request-malformed", stop);
        var (answer, id) = await desk.AdviseAsync(by.AtDesk, form.Click!, draft, stop);
        return CardVisit.SentenceOf(answer) is { } wrong ? await PageAsync(teller, (frame, response), form, wrong, stop) : TypedResults.LocalRedirect("/supervision/letters/" + id);
    }

    private static async Task<Results<RazorComponentResult<AdviceSheet>, NotFound>> ShowAsync(string advice, AdviceTeller teller, PageFrame frame, HttpContext context, CancellationToken stop) =>
        await teller.FindAsync(advice, stop) is { } letter ? new RazorComponentResult<AdviceSheet>(new { Frame = frame, Shown = letter, Origin = LetterAddress.OriginOf(context) }) : TypedResults.NotFound();

    private static async Task<RazorComponentResult<AdvicePage>> PageAsync(AdviceTeller teller, (PageFrame Frame, HttpResponse Response) answer, AdviceForm form, string? wrong, CancellationToken stop)
    {
        if (wrong is not null) answer.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return new(new { answer.Frame, Letters = await teller.ListAsync(stop), Bodies = await teller.BodiesAsync(stop), Sent = (object)form, Wrong = wrong });
    }
}
