using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Runtime.Catalog;

namespace EGov.Runtime.Organisation;

/// <summary>Where a case is filed and which real units therefore do the work of its parties.</summary>
/// <param name="Place">The unit it was filed at, or null.</param>
/// <param name="Seats">For <see cref="Engine.Cases.OpenCase.Seats"/>; null when no party depends on the place.</param>
public sealed record Seating(PartyId? Place, ImmutableSortedDictionary<string, PartyId>? Seats)
{
    /// <summary>Of a case none of whose parties depends on the place.</summary>
    public static readonly Seating None = new(null, null);

    /// <summary>The parties of an item that depend on where it is filed: those whose <c>unit</c> is <c>place</c>, <c>community</c> or <c>street</c>.</summary>
    internal static ImmutableArray<PlacedParty> PartiesOf(Item item) =>
        !item.Facts.TryGetProperty("parties", out var parties) || parties.ValueKind != JsonValueKind.Array ? []
        : [.. parties.EnumerateArray().Select(PlacedParty.Of).OfType<PlacedParty>()];

    /// <summary>The seats of these parties at a place; null when one of them has none there.</summary>
    internal static Seating? At(Unit place, ImmutableArray<PlacedParty> parties, ImmutableArray<Unit> units)
    {
        var seats = ImmutableSortedDictionary.CreateBuilder<string, PartyId>(StringComparer.Ordinal);
        foreach (var party in parties)
        {
            if (Nearest(place, party, units) is not { } post) return null;
            seats[party.Party.Value] = post.Seat;
        }

        return new(new PartyId(place.Id), seats.ToImmutable());
    }

    /// <summary>The post at the place itself, at a part of it, or at the nearest unit it is part of; never one of the district's bodies.</summary>
    private static Post? Nearest(Unit place, PlacedParty party, ImmutableArray<Unit> units)
    {
        for (var unit = place; unit is { Level: not UnitLevel.District }; unit = units.FirstOrDefault(above => above.Id == unit.Block))
        {
            if (party.Level is { } level && level != unit.Level) continue;
            var here = units.Where(part => part.Block == unit.Id && part.Level == unit.Level).Prepend(unit);
            if (here.SelectMany(part => part.Posts).FirstOrDefault(post => post.Role == party.Role) is { } found) return found;
        }

        return null;
    }
}

/// <summary>A party of an item that is another unit in every place.</summary>
/// <param name="Party">As the definition names it.</param>
/// <param name="Level">On which level its unit stands; null for whichever is nearest.</param>
/// <param name="Role">The post it is.</param>
internal sealed record PlacedParty(PartyId Party, UnitLevel? Level, string Role)
{
    public static PlacedParty? Of(JsonElement party)
    {
        if (Text(party, "id") is not { } id || Text(party, "role") is not { } role) return null;
        return Text(party, "unit") switch
        {
            "place" => new(new(id), null, role),
            "street" => new(new(id), UnitLevel.Street, role),
            "community" => new(new(id), UnitLevel.Community, role),
            _ => null,
        };
    }

    private static string? Text(JsonElement party, string name) => party.TryGetProperty(name, out var text) ? text.GetString() : null;
}
