using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.MyWork;

/// <summary>待办, 已办: what the officer holds and what lies in his parties' trays, what is due first; or what he has done.</summary>
internal static class MyWorkEndpoint
{
    private const int MostPerPage = 200;
    private const int Farthest = 10_000;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("work-items", HandleAsync).WithName("MyWork").RequireAuthorization(Policies.Officer);

    private static async Task<Results<Ok<WorkPage>, ProblemHttpResult>> HandleAsync(
        CurrentActor officer, Trays trays, CancellationToken stop, string tray = "inbox", int skip = 0, int take = 50)
    {
        if (take is < 1 or > MostPerPage || skip is < 0 or > Farthest) return Problems.Of(StatusCodes.Status400BadRequest, "request-malformed");
        var me = officer.Actor;
        // One more than the page shows whether there is another.
        var most = skip + take + 1;
        var found = tray switch
        {
            "inbox" => await trays.InboxAsync(me.User, me.Parties, most, stop),
            "mine" => [.. (await trays.InboxAsync(me.User, [], most, stop))],
            "done" => await trays.DoneAsync(me.User, most, stop),
            _ when me.Is(new PartyId(tray)) => await trays.OfPartyAsync(new PartyId(tray), most, stop),
            _ => default,
        };
        return found.IsDefault
            ? Problems.Of(StatusCodes.Status403Forbidden, "party-missing", tray)
            : TypedResults.Ok(new WorkPage([.. found.Skip(skip).Take(take)], found.Length == most ? skip + take : null));
    }
}

/// <summary>A page of work.</summary>
/// <param name="WorkItems">What is due first comes first.</param>
/// <param name="Next">Send it as <c>skip</c> for the next page; null when this is the last.</param>
internal sealed record WorkPage(IReadOnlyList<TrayEntry> WorkItems, int? Next);
