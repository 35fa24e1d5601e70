using EGov.Runtime.Administration;
using EGov.Runtime.Handling;
using EGov.Web.Desk.PhraseBook;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Administration.PhraseBook;

/// <summary>全局常用语: sentences every officer is offered beside his own.</summary>
internal static class OfficePhrasesEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("phrases", ShowAsync);
        room.MapPost("phrases", SaveAsync);
    }

    private static async Task<RazorComponentResult<OfficePhrasesPage>> ShowAsync(PageFrame frame, CurrentActor admin, Phrases phrases, CancellationToken stop) =>
        new(new { Frame = frame, Lines = string.Join('\n', (await phrases.OfAsync(admin.Actor.User, stop)).Office) });

    private static async Task<Results<Onward, RazorComponentResult<OfficePhrasesPage>>> SaveAsync(PageFrame frame, CurrentActor admin, Phrases phrases, AdministrativeActs log, [FromForm] PhrasesForm form, CancellationToken stop)
    {
        var lines = Phrases.Split(form.Lines);
        if (PhrasesEndpoint.WhyNot(lines) is { } problem)
            return new RazorComponentResult<OfficePhrasesPage>(new { Frame = frame, form.Lines, Problem = problem }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        var before = (await phrases.OfAsync(admin.Actor.User, stop)).Office;
        await phrases.SaveAsync(null, lines, stop);
        await log.RecordAsync(admin.Actor.User, "phrases-changed", "*", $"+{lines.Except(before).Count()} -{before.Except(lines).Count()}", stop);
        return Onward.To("/administration/phrases", "office-phrases");
    }
}
