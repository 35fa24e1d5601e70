using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Web.Http;
using EGov.Web.Portal.Track;

namespace EGov.Web.Supervision.Assessment;

/// <summary>What bodies and teams are called, in the reader's language; the id of one nobody knows any more.</summary>
internal sealed class BodyNames(UnitRegister units, WorkflowCatalog catalog)
{
    public async Task<NamesOfBodies> ReadAsync(CancellationToken stop) => new(await units.AllAsync(stop), catalog.Items);
}

/// <summary>The names as they are at the moment.</summary>
internal sealed class NamesOfBodies(ImmutableArray<Unit> units, ImmutableArray<Item> items)
{
    /// <summary>A body.</summary>
    public string Body(string body) => body.Length == 0 ? Words.Say("assess-nobody") : units.FirstOrDefault(unit => unit.Id == body)?.Called ?? NamedByItems(body) ?? Team(body);

    /// <summary>A team.</summary>
    public string Team(string team)
    {
        if (team.Length == 0) return Words.Say("assess-nobody");
        var named = items.Select(item => new ItemNames(item).Party(new PartyId(team))).FirstOrDefault(name => name != team);
        return named ?? units.SelectMany(unit => unit.Posts).FirstOrDefault(post => post.Seat.Value == team)?.Called ?? team;
    }

    /// <summary>Of a body that is in no register: what an item calls its first party there.</summary>
    private string? NamedByItems(string body) => (
        from item in items
        where item.Facts.TryGetProperty("parties", out var parties) && parties.ValueKind == JsonValueKind.Array
        from party in item.Facts.GetProperty("parties").EnumerateArray()
        where party.TryGetProperty("unit", out var unit) && unit.ValueEquals(body)
        select new ItemNames(item).Party(new PartyId(party.GetProperty("id").GetString()!))).FirstOrDefault();
}
