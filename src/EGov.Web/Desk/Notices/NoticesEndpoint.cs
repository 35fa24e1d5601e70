using System.Globalization;
using EGov.Runtime.Notices;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Notices;

/// <summary>消息: what an officer is told, the latest first; opening one leads to what it is about and marks it as read.</summary>
internal static class NoticesEndpoint
{
    private const int PerPage = 30;

    public static void Map(IEndpointRouteBuilder pages)
    {
        var notices = pages.MapGroup("notices");
        notices.MapGet("", ShowAsync);
        notices.MapGet("bell", Ring);
        notices.MapPost("open", OpenAsync);
        notices.MapPost("read", ReadAsync);
    }

    private static async Task<RazorComponentResult<NoticesPage>> ShowAsync(CurrentActor officer, NoticeBoard board, NoticeWords words, PageFrame frame, string? before, CancellationToken stop)
    {
        DateTimeOffset? from = long.TryParse(before, CultureInfo.InvariantCulture, out var at) && Math.Abs(at) < 1L << 46 ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
        var notices = await board.PageAsync(officer.Desks, from, PerPage, stop);
        return new(new { Frame = frame, Notices = words.Say(notices), Earlier = notices.Length == PerPage ? notices[^1].At.ToUnixTimeMilliseconds() : (long?)null });
    }

    private static Results<RazorComponentResult<Bell>, NoContent, Onward> Ring(PageFrame frame, HttpRequest request, int? seen)
    {
        if (!request.Headers.ContainsKey("HX-Request")) return Onward.To("/notices");
        var unread = frame.Viewer?.Unread ?? 0;
        return unread == seen ? TypedResults.NoContent() : new RazorComponentResult<Bell>(new { Unread = unread });
    }

    private static async Task<Results<Onward, NotFound>> OpenAsync(CurrentActor officer, NoticeBoard board, [FromForm] NoticeForm? form, CancellationToken stop) =>
        await board.OpenAsync(officer.Desks, form?.Id ?? "", stop) is { } about ? Onward.To(NoticeWords.AddressOf(form!.Id!, about)) : TypedResults.NotFound();

    private static async Task<Onward> ReadAsync(CurrentActor officer, NoticeBoard board, [FromForm] NoticeForm? form, CancellationToken stop)
    {
        _ = form; // Bound so that the form's token is asked for.
        await board.MarkAllReadAsync(officer.Actor.User, stop);
        return Onward.To("/notices", "notices-read");
    }
}

/// <summary>What the form sends.</summary>
internal sealed record NoticeForm
{
    public string? Id { get; init; }
}
