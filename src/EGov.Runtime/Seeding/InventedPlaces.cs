using System.Collections.Immutable;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;

namespace EGov.Runtime.Seeding;

/// <summary>Where invented applications are filed: anywhere in the demonstration district.</summary>
internal sealed class InventedPlaces(DemonstrationDistrict district, SeatFinder seats)
{
    /// <summary>Every place an item can be filed at, with its seats; one without any where it does not matter.</summary>
    public async Task<ImmutableArray<Seating>> OfAsync(Item item, CancellationToken stop)
    {
        if (!SeatFinder.NeedsPlace(item)) return [Seating.None];
        await district.OpenAsync(stop);
        var found = ImmutableArray.CreateBuilder<Seating>();
        foreach (var place in await seats.PlacesAsync(item, stop))
            if (await seats.AtAsync(item.Id.Value, place.Id, stop) is { } seating) found.Add(seating);
        return found.ToImmutable();
    }
}
