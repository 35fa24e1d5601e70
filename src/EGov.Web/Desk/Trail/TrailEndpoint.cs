using EGov.Web.Desk.Inbox;
using EGov.Web.Layout;
using EGov.Web.Security;

namespace EGov.Web.Desk.Trail;

/// <summary>下一件, 上一件: from a case to its neighbour in the list it was opened from, as the list is now; past its end, back to the list.</summary>
internal static class TrailEndpoint
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("next", (string? from, CurrentActor officer, InboxDesk lists, CancellationToken stop) => GoAsync(CaseTrail.Parse(from), false, officer, lists, stop));
        desk.MapGet("previous", (string? from, CurrentActor officer, InboxDesk lists, CancellationToken stop) => GoAsync(CaseTrail.Parse(from), true, officer, lists, stop));
    }

    private static async Task<Onward> GoAsync(CaseTrail? trail, bool backwards, CurrentActor officer, InboxDesk lists, CancellationToken stop)
    {
        if (trail is null) return Onward.To("/desk");
        var found = await lists.BesideAsync(trail, backwards, officer, stop);
        return found is { } beside ? Onward.To(CaseTrail.AddressOf(beside.Line.Case, beside)) : BackForm.To(trail.Back, "list-ends", "/desk");
    }
}
