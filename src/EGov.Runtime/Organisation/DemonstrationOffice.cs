using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.People;

namespace EGov.Runtime.Organisation;

/// <summary>An officer for every party of every item, named like the party; one for every post of a street or community, named <c>unit-role</c>; and one person for every other room. For development only.</summary>
public sealed class DemonstrationOffice(WorkflowCatalog catalog, UnitRegister units, Accounts accounts, DemonstrationSettings settings)
{
    private static readonly ImmutableArray<NewOfficer> Others =
    [
        new("lead", "分管领导", "District lead") { Roles = [Roles.Lead] },
        new("supervisor", "督察专员", "Supervisor") { Roles = [Roles.Supervisor] },
        new("auditor", "审计专员", "Auditor") { Roles = [Roles.Auditor] },
        new("analyst", "效能办分析员", "Analyst, efficiency office") { Roles = [Roles.Analyst] },
        new("admin", "系统管理员", "Administrator") { Roles = [Roles.Administrator] },
    ];

    /// <summary>Makes the accounts that are missing.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> OpenAsync()
    {
        var made = 0;
        foreach (var person in catalog.Items.SelectMany(OfficersOf).DistinctBy(p => p.UserName).Concat(Others))
            if (!await accounts.ExistsAsync(person.UserName) && (await accounts.CreateAsync(person, settings.Password)).IsEmpty) made++;
        return made + await accounts.CreateAlikeAsync((await units.AllAsync()).SelectMany(OfficersOf), settings.Password);
    }

    private static IEnumerable<NewOfficer> OfficersOf(Unit unit) => unit.Posts.Where(post => post.Seat.IsOfPlace)
        .Select(post => new NewOfficer($"{unit.Id}-{post.Role}", unit.Name + post.Name, $"{unit.NameEn}, {post.NameEn}", post.Seat) { Grade = post.Grade });

    /// <summary>The parties of an item with the names its facts give them, and those its processes name besides.</summary>
    private IEnumerable<NewOfficer> OfficersOf(Item item)
    {
        if (item.Facts.TryGetProperty("parties", out var parties) && parties.ValueKind == JsonValueKind.Array)
            foreach (var party in parties.EnumerateArray())
                if (party.TryGetProperty("id", out var id) && id.GetString() is { } name && PlacedParty.Of(party) is null)
                    yield return Person(name, party);
        var placed = Seating.PartiesOf(item).Select(one => one.Party);
        foreach (var party in (catalog.Published(item.Id.Value)?.Facts.Parties ?? []).Except(placed))
            yield return new NewOfficer(party.Value, party.Value, party.Value, party);
    }

    private static NewOfficer Person(string name, JsonElement party)
    {
        var names = party.TryGetProperty("name", out var given) ? given : default;
        return new(name, Item.Localized(names, "zh-CN") ?? name, Item.Localized(names, "en") ?? name, new PartyId(name))
        {
            Grade = party.TryGetProperty("grade", out var grade) && grade.TryGetInt32(out var number) ? number : 0,
        };
    }
}
