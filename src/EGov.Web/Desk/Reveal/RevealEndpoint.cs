using EGov.Runtime.Handling;
using EGov.Web.Desk.Handling;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Reveal;

/// <summary>显示全号: the form without masks, for whoever works on the case and for supervisors, once it is written down who looked. Shown in the answer itself, so that looking again is written down again.</summary>
internal static class RevealEndpoint
{
    // Minimal APIs ask for the token where a form is bound.
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("reveal", RevealAsync);

    private static async Task<Results<RazorComponentResult<HandlingPage>, NotFound, ForbidHttpResult>> RevealAsync(
        [AsParameters] HandlingVisit visit, [AsParameters] HandlingParts parts, AccessLog log, IFormCollection form, CancellationToken stop)
    {
        _ = form;
        if (await visit.OpenAsync(stop) is not { } opened) return TypedResults.NotFound();
        if (!visit.Officer.MayReveal(opened.File)) return TypedResults.Forbid();
        await log.WriteAsync(opened.File.State.Case, visit.Officer.Actor.User, Sight.PersonalFieldsOf(parts.Teller.ItemOf(opened.File)), stop);
        return await parts.PageAsync(visit, opened, new HandlingView("form"), new(IsRevealed: true), stop);
    }
}
