using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.People;
using EGov.Runtime.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Seeding;

/// <summary>Officers by the thousand, each with one post. They share one hashed password: hashing five thousand one by one takes minutes and guards nothing.</summary>
internal sealed class InventedOfficers(Database database, IPasswordHasher<Officer> hasher, DemonstrationSettings settings)
{
    private const int Grade = 6;

    /// <summary>Makes those that are missing.</summary>
    /// <returns>Everybody there is, by party.</returns>
    public async Task<ImmutableDictionary<PartyId, ImmutableArray<Actor>>> HireAsync(IReadOnlyList<PartyId> parties, int most, int luck, CancellationToken stop)
    {
        await using var context = database.NewContext();
        var known = await context.Users.Select(officer => officer.UserName!).ToHashSetAsync(StringComparer.Ordinal, stop);
        var (random, password) = (new Random(luck), hasher.HashPassword(new Officer(), settings.Password));
        context.Users.AddRange(Enumerable.Range(1, most).Select(number => Invent(number, parties[(number - 1) % parties.Count], password, random)).Where(officer => !known.Contains(officer.UserName!)));
        await context.SaveChangesAsync(stop);
        var all = await context.Users.AsNoTracking().Where(officer => officer.Parties != "").OrderBy(officer => officer.UserName).ToListAsync(stop);
        return all.SelectMany(officer => officer.PartyIds.Select(party => (party, actor: officer.ToActor())))
            .GroupBy(post => post.party).ToImmutableDictionary(post => post.Key, post => post.Select(p => p.actor).ToImmutableArray());
    }

    private static Officer Invent(int number, PartyId party, string password, Random luck)
    {
        var user = string.Create(CultureInfo.InvariantCulture, $"officer-{number:D5}");
        return new()
        {
            UserName = user, NormalizedUserName = user.ToUpperInvariant(), SecurityStamp = user, PasswordHash = password, LockoutEnabled = true,
            DisplayName = InventedPerson.Name(luck), DisplayNameEn = string.Create(CultureInfo.InvariantCulture, $"Officer {number}"), Grade = Grade, Parties = party.Value,
        };
    }
}
