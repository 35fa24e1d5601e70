using EGov.Runtime.Catalog;
using EGov.Web.Administration.Import;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Calendar;

/// <summary>工作日历: which edition limits are counted with, and 日历修订: a later edition is tried first, then brought into force with a reason.</summary>
internal static class CalendarEndpoint
{
    public const string Address = "/administration/calendar";

    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("calendar", Show);
        room.MapPost("calendar", TryAsync);
        room.MapPost("calendar/amend", AmendAsync);
        room.MapGet("calendar/editions/{version}", ShowEditionAsync);
    }

    private static RazorComponentResult<CalendarPage> Show(PageFrame frame, CalendarEditions editions, OfficerNames names) =>
        new(new { Frame = frame, Editions = editions.All, Names = names.Of(editions.All.Select(edition => edition.By)) });

    private static async Task<RazorComponentResult<AmendPage>> TryAsync([AsParameters] CalendarRoom room, IFormCollection form, CancellationToken stop) =>
        await room.PageAsync(await CsvUpload.TextOfAsync(form, stop), "", form["amends"].ToString(), [], stop);

    private static async Task<Results<RazorComponentResult<AmendPage>, Onward>> AmendAsync([AsParameters] CalendarRoom room, CurrentActor admin, IFormCollection form, CancellationToken stop)
    {
        var (text, reason, amends) = (form["text"].ToString(), form["reason"].ToString(), form["amends"].ToString());
        var problems = await room.Editions.AmendAsync(text, amends, reason, admin.Actor.User, stop);
        return problems.IsEmpty ? Onward.To($"{Address}/editions/{Uri.EscapeDataString(room.Editions.Newest.Version)}", "calendar-amended") : await room.PageAsync(text, reason, amends, problems, stop);
    }

    private static async Task<Results<RazorComponentResult<EditionPage>, NotFound>> ShowEditionAsync([AsParameters] CalendarRoom room, OfficerNames names, string version, int? from, CancellationToken stop) =>
        room.Editions.All.FirstOrDefault(edition => edition.Version == version) is { } edition
            ? await room.PageAsync(edition, names.Of([edition.By])[edition.By], Math.Max(from ?? 0, 0), stop)
            : TypedResults.NotFound();
}
