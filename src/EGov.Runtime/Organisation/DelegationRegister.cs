using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.People;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Organisation;

/// <summary>What came of an entry or a revocation: the entry, or a code why not.</summary>
/// <param name="Delegation">The entry as it stands; null when refused.</param>
/// <param name="Refusal">Why not, in kebab case; null when done.</param>
public sealed record DelegationAnswer(Delegation? Delegation, string? Refusal);

/// <summary>The delegation register (M038). Power is lent by its owner alone, or by an administrator for him, for days that are said, and taken back at any time.</summary>
/// <remarks>Only an owner's own posts are lent: what was lent to him is not (行政许可法 art. 24 ¶3), so there are no chains. Every entry and revocation is also an act of administration.</remarks>
public sealed class DelegationRegister
{
    /// <summary>The longest time power is lent for, in days.</summary>
    public const int MostDays = 366;

    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int LongestReason = 500;

    private const int Most = 1_000;

    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;
    private readonly TimeProvider _time;

    internal DelegationRegister(Database database, WorkflowCatalog catalog, TimeProvider time) => (_database, _catalog, _time) = (database, catalog, time);

    private DateOnly Today => _catalog.Calendar.DayOf(_time.GetUtcNow());

    /// <summary>Enters a delegation; the same <paramref name="id"/> again answers with the entry there is.</summary>
    /// <param name="id">Made once per click, at most 32 characters.</param>
    /// <param name="wanted">What is to be entered.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="forOthers">True when he may do so for other owners.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<DelegationAnswer> AddAsync(string id, NewDelegation wanted, UserId by, bool forOthers, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await using var context = _database.NewContext();
        if (await context.Delegations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, stop) is { } known) return new(Of(known), null);
        if (await RefusalAsync(context, wanted, by, forOthers, stop) is { } refusal) return new(null, refusal);
        var row = new DelegationRow
        {
            Id = id, Owner = wanted.Owner.Value, Delegate = wanted.Delegate.Value, Items = wanted.Items.IsEmpty ? null : string.Join(',', wanted.Items),
            From = wanted.From, Until = wanted.Until, Reason = wanted.Reason.Trim(), MadeBy = by.Value, MadeAt = Now,
        };
        context.Add(row);
        context.Add(Act("delegation-made", row, by));
        await context.SaveChangesAsync(stop);
        return new(Of(row), null);
    }

    /// <summary>Revokes an entry at once.</summary>
    public async Task<DelegationAnswer> RevokeAsync(string id, UserId by, bool forOthers, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        if (await context.Delegations.FirstOrDefaultAsync(row => row.Id == id, stop) is not { } row || !(forOthers || row.Owner == by.Value || row.Delegate == by.Value)) return new(null, "delegation-unknown");
        if (!forOthers && row.Owner != by.Value) return new(null, "delegation-not-yours");
        if (row.RevokedAt is not null) return new(null, "delegation-revoked");
        (row.RevokedBy, row.RevokedAt) = (by.Value, Now);
        context.Add(Act("delegation-revoked", row, by));
        await context.SaveChangesAsync(stop);
        return new(Of(row), null);
    }

    /// <summary>Entries by and for an officer, or everybody's when null; the latest first.</summary>
    public async Task<ImmutableArray<Delegation>> ListAsync(UserId? officer, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = context.Delegations.AsNoTracking();
        if (officer is { Value: var name }) rows = rows.Where(row => row.Owner == name || row.Delegate == name);
        return [.. (await rows.OrderByDescending(row => row.MadeAt).ThenBy(row => row.Id).Take(Most).ToListAsync(stop)).Select(Of)];
    }

    /// <summary>The power an officer may use today, with its owners as they are now.</summary>
    public async Task<ImmutableArray<LentPower>> InForceAsync(UserId officer, CancellationToken stop = default)
    {
        var today = Today;
        await using var context = _database.NewContext();
        var lent = from row in context.Delegations.AsNoTracking()
                   where row.Delegate == officer.Value && row.RevokedAt == null && row.From <= today && row.Until >= today
                   join owner in context.Users.AsNoTracking() on row.Owner equals owner.UserName
                   orderby row.MadeAt, row.Id
                   select new { row.Items, Owner = owner };
        return [.. (await lent.ToListAsync(stop)).Select(one => PowerOf(one.Owner, one.Items))];
    }

    internal static LentPower PowerOf(Officer owner, string? items) => new(owner.ToActor(), ItemsOf(items));

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task<string?> RefusalAsync(EGovDbContext context, NewDelegation wanted, UserId by, bool forOthers, CancellationToken stop)
    {
        if (!forOthers && wanted.Owner != by) return "delegation-not-yours";
        if (wanted.Owner == wanted.Delegate) return "delegation-to-oneself";
        if (string.IsNullOrWhiteSpace(wanted.Reason) || !ShowableText.Is(wanted.Reason, LongestReason)) return "delegation-reason-missing";
        if (wanted.Until < wanted.From || wanted.Until < Today || wanted.Until.DayNumber - wanted.From.DayNumber >= MostDays) return "delegation-days";
        if (wanted.Items.Any(item => _catalog.Find(new ItemId(item)) is null)) return "delegation-item-unknown";
        var (owner, delegated) = (wanted.Owner.Value, wanted.Delegate.Value);
        if (await context.Users.Where(user => user.UserName == owner).Select(user => user.Parties).FirstOrDefaultAsync(stop) is not { Length: > 0 }) return "delegation-nothing-to-lend";
        return await context.Users.AnyAsync(user => user.UserName == delegated, stop) ? null : "delegation-delegate-unknown";
    }

    private AdministrativeActRow Act(string act, DelegationRow row, UserId by) => new() { At = Now, By = by.Value, Act = act, Subject = row.Owner, Change = row.Delegate };

    private static ImmutableArray<string> ItemsOf(string? items) => [.. (items ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static Delegation Of(DelegationRow row) => new(
        row.Id, new(row.Owner), new(row.Delegate), ItemsOf(row.Items), row.From, row.Until, row.Reason, new(row.MadeBy), row.MadeAt,
        row.RevokedBy is { } by ? new UserId(by) : null, row.RevokedAt);
}
