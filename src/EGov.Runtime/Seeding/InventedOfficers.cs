using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.People;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Seeding;

/// <summary>Officers by the thousand, each with one post.</summary>
internal sealed class InventedOfficers(Database database, Accounts accounts, DemonstrationSettings settings)
{
    private const int Grade = 6;

    /// <summary>Makes those that are missing.</summary>
    /// <returns>Everybody there is, by party.</returns>
    public async Task<ImmutableDictionary<PartyId, ImmutableArray<Actor>>> HireAsync(IReadOnlyList<PartyId> parties, int most, int luck, CancellationToken stop)
    {
        var random = new Random(luck);
        await accounts.CreateAlikeAsync(Enumerable.Range(1, most).Select(number => Invent(number, parties[(number - 1) % parties.Count], random)), settings.Password, stop);
        await using var context = database.NewContext();
        var all = await context.Users.AsNoTracking().Where(officer => officer.Parties != "").OrderBy(officer => officer.UserName).ToListAsync(stop);
        return all.SelectMany(officer => officer.PartyIds.Select(party => (party, actor: officer.ToActor())))
            .GroupBy(post => post.party).ToImmutableDictionary(post => post.Key, post => post.Select(p => p.actor).ToImmutableArray());
    }

    private static NewOfficer Invent(int number, PartyId party, Random luck) =>
        new(string.Create(CultureInfo.InvariantCulture, $"officer-{number:D5}"), InventedPerson.Name(luck), string.Create(CultureInfo.InvariantCulture, $"Officer {number}"), party) { Grade = Grade };
}
