using System.Collections.Immutable;
using EGov.Engine;
using EGov.Web.Desk.Cards;
using EGov.Web.Desk.Inbox;
using EGov.Web.Layout;
using EGov.Web.Lead.Held;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Lead.Board;

/// <summary>今日要事: what waits for the leader, who holds how much and how late, and what he has asked of officers.</summary>
internal static class BoardEndpoint
{
    public static void Map(IEndpointRouteBuilder lead)
    {
        lead.MapGet("", ShowAsync);
        lead.MapGet("held", ShowHeldAsync);
    }

    private static async Task<RazorComponentResult<BoardPage>> ShowAsync(CurrentActor leader, LeadDesk desk, OwnCards own, PageFrame frame, string? sort, CancellationToken stop) =>
        new(new { Frame = frame, View = await desk.LayOutAsync(leader.Actor, sort, stop), Sort = sort ?? "late", Cards = await own.UnsettledAsync(leader, stop) });

    private static async Task<Results<RazorComponentResult<HeldPage>, NotFound>> ShowHeldAsync(
        CurrentActor leader, LeadDesk desk, OfficerNames names, PageFrame frame, string? party, string? holder, CancellationToken stop)
    {
        var (unit, person) = (new PartyId(party ?? ""), string.IsNullOrWhiteSpace(holder) ? (UserId?)null : new UserId(holder));
        if (await desk.HeldAsync(leader.Actor, unit, person, stop) is not ImmutableArray<InboxRowView> rows) return TypedResults.NotFound();
        return new RazorComponentResult<HeldPage>(new { Frame = frame, Rows = rows, Party = desk.NameOf(unit), Holder = person is { } known ? names.Of([known])[known] : null });
    }
}
