using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Notices;

/// <summary>What notices are about, besides what processes ask to be told.</summary>
public static class NoticeKinds
{
    /// <summary>转办: work was given to you.</summary>
    public const string Transferred = "transferred";

    /// <summary>委派: you are to do somebody's work.</summary>
    public const string Delegated = "delegated";

    /// <summary>Delegated work has come back.</summary>
    public const string HandedBack = "handed-back";

    /// <summary>加签: your signature is asked for.</summary>
    public const string SignerAdded = "signer-added";

    /// <summary>抄送: a case is brought to your attention.</summary>
    public const string Copied = "copied";

    /// <summary>交办: a leader asks you to see to a case.</summary>
    public const string Assigned = "assigned";

    /// <summary>The officer has answered what you assigned.</summary>
    public const string Replied = "replied";

    /// <summary>A message to the applicant, or to a party, has to be seen to.</summary>
    public const string MessageUnsettled = "message-unsettled";

    /// <summary>黄牌: supervision has raised a yellow card about your unit.</summary>
    public const string YellowCard = "card-yellow";

    /// <summary>红牌: supervision has raised a red card about your unit.</summary>
    public const string RedCard = "card-red";

    /// <summary>督办: your unit must act and reply.</summary>
    public const string Ordered = "order-issued";

    /// <summary>A card about your unit was upheld (维持).</summary>
    public const string CardUpheld = "card-upheld";

    /// <summary>A card about your unit was lifted (撤销).</summary>
    public const string CardLifted = "card-lifted";
}

/// <summary>A notice as an officer finds it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Case">About which case.</param>
/// <param name="DefinitionId">Of which item.</param>
/// <param name="At">Since when.</param>
/// <param name="Kind">One of <see cref="NoticeKinds"/>, or the template a process names.</param>
/// <param name="Arguments">What its words need.</param>
/// <param name="By">Who caused it; null for the clock.</param>
/// <param name="Text">What was written along with it.</param>
/// <param name="IsRead">True when he has read it.</param>
public sealed record OfficerNotice(
    string Id, CaseId Case, string DefinitionId, DateTimeOffset At, string Kind, ImmutableSortedDictionary<string, string> Arguments, UserId? By, string? Text, bool IsRead);

/// <summary>消息: what an officer is told on the page, himself or for his parties.</summary>
public sealed class NoticeBoard
{
    /// <summary>No count of unread ones goes further.</summary>
    public const int MostCounted = 100;

    /// <summary>Older ones count as read, in days.</summary>
    public const int DaysUnread = 30;

    /// <summary>The longest text along with a notice.</summary>
    public const int LongestText = 1_000;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal NoticeBoard(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>How many he has not read, at most <see cref="MostCounted"/>.</summary>
    public async Task<int> UnreadAsync(NoticeDesks desks, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(desks);
        await using var context = _database.NewContext();
        return await Unread(context, desks).Take(MostCounted).CountAsync(stop);
    }

    /// <summary>His notices, the latest first.</summary>
    /// <param name="desks">Whose.</param>
    /// <param name="before">Only those before this moment; null begins with the latest.</param>
    /// <param name="most">How many.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<ImmutableArray<OfficerNotice>> PageAsync(NoticeDesks desks, DateTimeOffset? before, int most, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(desks);
        var (name, since) = (desks.Officer.Value, Since);
        await using var context = _database.NewContext();
        var found = desks.Choose(context).AsNoTracking();
        if (before is { } earlier) found = found.Where(n => n.At < earlier);
        var rows = await (
            from notice in found.OrderByDescending(n => n.At).ThenBy(n => n.Id).Take(most)
            join one in context.Cases on notice.CaseId equals one.CaseId
            orderby notice.At descending, notice.Id
            select new
            {
                notice,
                one.DefinitionId,
                IsRead = notice.At <= (context.NoticeMarks.Where(m => m.Officer == name).Select(m => (DateTimeOffset?)m.ReadUpTo).FirstOrDefault() ?? since)
                    || context.NoticeReads.Any(r => r.Officer == name && r.NoticeId == notice.Id),
            }).ToListAsync(stop);
        return
        [
            .. rows.Select(row => new OfficerNotice(
                row.notice.Id, new(row.notice.CaseId), row.DefinitionId, row.notice.At, row.notice.Kind,
                JsonSerializer.Deserialize<Dictionary<string, string>>(row.notice.Arguments, CaseJson.Options)!.ToImmutableSortedDictionary(StringComparer.Ordinal),
                row.notice.By is { } by ? new UserId(by) : null, row.notice.Text, row.IsRead)),
        ];
    }

    /// <summary>Marks one as read; the case it is about, or null when it is not his.</summary>
    public async Task<CaseId?> OpenAsync(NoticeDesks desks, string id, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(desks);
        var officer = desks.Officer;
        await using var context = _database.NewContext();
        if (await desks.Choose(context).Where(n => n.Id == id).Select(n => n.CaseId).FirstOrDefaultAsync(stop) is not { } about) return null;
        if (!await context.NoticeReads.AnyAsync(r => r.Officer == officer.Value && r.NoticeId == id, stop))
        {
            context.Add(new NoticeReadRow { Officer = officer.Value, NoticeId = id });
            try
            {
                await context.SaveChangesAsync(stop);
            }
            catch (DbUpdateException) when (context.NoticeReads.Any(r => r.Officer == officer.Value && r.NoticeId == id))
            {
                // A second click came first.
            }
        }

        return new CaseId(about);
    }

    /// <summary>Marks everything up to now as read.</summary>
    public async Task MarkAllReadAsync(UserId officer, CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        if (await context.NoticeMarks.Where(m => m.Officer == officer.Value).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadUpTo, now), stop) == 0)
        {
            context.Add(new NoticeMarkRow { Officer = officer.Value, ReadUpTo = now });
            await context.SaveChangesAsync(stop);
        }

        await context.NoticeReads.Where(r => r.Officer == officer.Value).ExecuteDeleteAsync(stop);
    }

    /// <summary>抄送: brings a case to an officer's attention, and lets him watch it. The same click again is told once.</summary>
    public async Task CopyAsync(CaseId caseId, UserId by, UserId to, string? note, string click, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var id = $"copy:{by}:{click}";
        if (await context.Notices.AnyAsync(n => n.Id == id, stop)) return;
        context.Add(NewRow(id, to, caseId, NoticeKinds.Copied, by, note, _time.GetUtcNow()));
        if (!await context.Watches.AnyAsync(w => w.Officer == to.Value && w.CaseId == caseId.Value, stop))
            context.Add(new WatchRow { Officer = to.Value, CaseId = caseId.Value, Since = _time.GetUtcNow() });
        await context.SaveChangesAsync(stop);
    }

    internal static NoticeRow NewRow(string id, UserId to, CaseId caseId, string kind, UserId by, string? text, DateTimeOffset at) =>
        new() { Id = id, To = Tray.OfOfficer(to.Value), CaseId = caseId.Value, At = at, Kind = kind, Arguments = "{}", By = by.Value, Text = text };

    /// <summary>The mark is the bound of an index: what was read long ago is not looked at again.</summary>
    private IQueryable<NoticeRow> Unread(EGovDbContext context, NoticeDesks desks)
    {
        var (name, since) = (desks.Officer.Value, Since);
        return desks.Choose(context).Where(n => n.At > (context.NoticeMarks.Where(m => m.Officer == name).Select(m => (DateTimeOffset?)m.ReadUpTo).FirstOrDefault() ?? since)
            && !context.NoticeReads.Any(r => r.Officer == name && r.NoticeId == n.Id));
    }

    private DateTimeOffset Since => _time.GetUtcNow().AddDays(-DaysUnread);
}
