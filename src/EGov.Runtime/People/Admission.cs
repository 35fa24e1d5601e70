using System.Collections.Immutable;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.People;

/// <summary>An account as a request meets it.</summary>
/// <param name="Officer">The account; changing it changes nothing that is stored.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Powers">Power of others that he may use today (授权).</param>
public sealed record AdmittedOfficer(Officer Officer, ImmutableArray<string> Roles, ImmutableArray<LentPower> Powers);

/// <summary>Who comes in: every request asks, so it is one question.</summary>
public sealed class Admission
{
    // Compiled, for every request asks it; kept by the instance, for each database has a model of its own.
    private readonly Func<EGovDbContext, string, DateOnly, Task<Found?>> _find = EF.CompileAsyncQuery((EGovDbContext context, string accountId, DateOnly today) => context.Users
        .AsNoTracking().AsSingleQuery().Where(user => user.Id == accountId).Select(user => new Found(
            user,
            context.UserRoles.Where(given => given.UserId == user.Id).Join(context.Roles, given => given.RoleId, role => role.Id, (_, role) => role.Name!).ToList(),
            context.Delegations.Where(row => row.Delegate == user.UserName && row.RevokedAt == null && row.From <= today && row.Until >= today).OrderBy(row => row.MadeAt).ThenBy(row => row.Id)
                .Join(context.Users, row => row.Owner, owner => owner.UserName, (row, owner) => new Lent(owner, row.Items)).ToList()))
        .FirstOrDefault());

    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;
    private readonly TimeProvider _time;

    internal Admission(Database database, WorkflowCatalog catalog, TimeProvider time) => (_database, _catalog, _time) = (database, catalog, time);

    /// <summary>The officer of an account, by its id; null when there is none any more.</summary>
    public async Task<AdmittedOfficer?> OfAsync(string accountId)
    {
        await using var context = _database.NewContext();
        return await _find(context, accountId, _catalog.Calendar.DayOf(_time.GetUtcNow())) is { } found
            ? new(found.Officer, [.. found.Roles], [.. found.Powers.Select(one => DelegationRegister.PowerOf(one.Owner, one.Items))])
            : null;
    }

    private sealed record Found(Officer Officer, List<string> Roles, List<Lent> Powers);

    private sealed record Lent(Officer Owner, string? Items);
}
