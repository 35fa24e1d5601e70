using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Catalog;

namespace EGov.Runtime.Organisation;

/// <summary>Finds the real units that handle a case filed at a place (就近申办, M003): asked once, when the case opens; the case then keeps its seats.</summary>
public sealed class SeatFinder
{
    private readonly WorkflowCatalog _catalog;
    private readonly UnitRegister _units;
    private readonly TimeProvider _time;

    internal SeatFinder(WorkflowCatalog catalog, UnitRegister units, TimeProvider time) => (_catalog, _units, _time) = (catalog, units, time);

    /// <summary>True when an application must say where it is filed.</summary>
    public static bool NeedsPlace(Item item) => !Seating.PartiesOf(item).IsEmpty;

    /// <summary>The units an item can be filed at, in the order of the list; empty when it does not matter where.</summary>
    public async Task<ImmutableArray<Unit>> PlacesAsync(Item item, CancellationToken stop = default)
    {
        var parties = Seating.PartiesOf(item);
        if (parties.IsEmpty) return [];
        var units = await OpenAsync(stop);
        // The party named first takes it in and sits there itself: a street has its service centre for that.
        return [.. units.Where(unit => Seating.At(unit, parties, units) is { Seats: { } seats } && unit.Posts.Any(post => post.Seat == seats[parties[0].Party.Value]))];
    }

    /// <summary>The seats of a case of a process filed at a place.</summary>
    /// <returns>Null when it matters where and there is no such place, or it cannot be handled there.</returns>
    public async Task<Seating?> AtAsync(string definitionId, string? place, CancellationToken stop = default)
    {
        var item = _catalog.Find(_catalog.Published(definitionId)?.Facts.Item ?? new ItemId(definitionId));
        if (item is null || Seating.PartiesOf(item) is not { IsEmpty: false } parties) return Seating.None;
        if (place is null) return null;
        var units = await OpenAsync(stop);
        return units.FirstOrDefault(unit => unit.Id == place) is { } found ? Seating.At(found, parties, units) : null;
    }

    /// <summary>A unit that is closed takes nothing new in.</summary>
    private async Task<ImmutableArray<Unit>> OpenAsync(CancellationToken stop)
    {
        var today = _catalog.Calendar.DayOf(_time.GetUtcNow());
        return [.. (await _units.AllAsync(stop)).Where(unit => unit.IsOpenOn(today))];
    }

    /// <summary>Where an officer sits whose post depends on the place: what he takes in is filed there. Null when he has no such post.</summary>
    public static string? PlaceOf(Actor officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return officer.Parties.Where(party => party.IsOfPlace).Select(party => party.Value[(party.Value.IndexOf('@', StringComparison.Ordinal) + 1)..]).FirstOrDefault();
    }
}
