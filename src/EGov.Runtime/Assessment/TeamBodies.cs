using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;

namespace EGov.Runtime.Assessment;

/// <summary>To which body (部门、街道、社区) a team belongs today: its post's unit in the register, else the unit its item names, else what its seat says.</summary>
public sealed class TeamBodies
{
    private readonly UnitRegister _units;
    private readonly WorkflowCatalog _catalog;

    internal TeamBodies(UnitRegister units, WorkflowCatalog catalog) => (_units, _catalog) = (units, catalog);

    /// <summary>The body of every team that is known.</summary>
    public async Task<Func<PartyId, string?>> ReadAsync(CancellationToken stop = default)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (team, unit) in _catalog.Items.SelectMany(NamedBy)) named.TryAdd(team, unit);
        foreach (var unit in await _units.AllAsync(stop))
            foreach (var post in unit.Posts) named[post.Seat.Value] = unit.Id;
        return team => named.GetValueOrDefault(team.Value) ?? (team.Value.Split('@') is [_, { Length: > 0 } unit] ? unit : null);
    }

    private static IEnumerable<(string Team, string Unit)> NamedBy(Item item)
    {
        if (!item.Facts.TryGetProperty("parties", out var parties) || parties.ValueKind != JsonValueKind.Array) yield break;
        foreach (var party in parties.EnumerateArray())
            if (PlacedParty.Of(party) is null && party.TryGetProperty("id", out var id) && party.TryGetProperty("unit", out var unit) && unit.GetString() is { Length: > 0 } body)
                yield return (id.GetString()!, body);
    }
}
