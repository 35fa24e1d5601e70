using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Notices;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Lead;

/// <summary>A case a leader has asked an officer to see to.</summary>
/// <param name="Id">Which.</param>
/// <param name="Case">The case.</param>
/// <param name="By">The leader.</param>
/// <param name="To">The officer.</param>
/// <param name="Text">What he is asked.</param>
/// <param name="DueOn">By when he is to answer.</param>
/// <param name="AssignedAt">Since when.</param>
/// <param name="Reply">What he answered, or null.</param>
/// <param name="RepliedAt">When.</param>
public sealed record Assignment(string Id, CaseId Case, UserId By, UserId To, string Text, DateOnly DueOn, DateTimeOffset AssignedAt, string? Reply, DateTimeOffset? RepliedAt);

/// <summary>交办: what leaders ask of officers about a case, beside its process and without changing it. The officer answers once; each side is told.</summary>
public sealed class Assignments
{
    /// <summary>The longest request or answer, in UTF-16 units.</summary>
    public const int LongestText = 1_000;

    private const int MostShown = 50;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal Assignments(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Asks an officer. The same click again asks once.</summary>
    public async Task AssignAsync(UserId by, string click, CaseId caseId, UserId to, string text, DateOnly dueOn, CancellationToken stop = default)
    {
        var (id, now) = (TextHash.Commit($"{by}/{click}").Value[..32], _time.GetUtcNow());
        await using var context = _database.NewContext();
        if (await context.Assignments.AnyAsync(a => a.Id == id, stop)) return;
        context.Add(new AssignmentRow { Id = id, CaseId = caseId.Value, By = by.Value, To = to.Value, Text = text, DueOn = dueOn, AssignedAt = now });
        context.Add(NoticeBoard.NewRow("assigned:" + id, to, caseId, NoticeKinds.Assigned, by, text, now));
        await context.SaveChangesAsync(stop);
    }

    /// <summary>The officer answers; false when nothing was asked of him under this id, or he has answered.</summary>
    public async Task<bool> ReplyAsync(UserId to, string id, string reply, CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        if (await context.Assignments.FirstOrDefaultAsync(a => a.Id == id && a.To == to.Value && a.RepliedAt == null, stop) is not { } asked) return false;
        (asked.Reply, asked.RepliedAt) = (reply, now);
        context.Add(NoticeBoard.NewRow("replied:" + id, new UserId(asked.By), new(asked.CaseId), NoticeKinds.Replied, to, reply, now));
        try
        {
            await context.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException) when (context.Notices.Any(n => n.Id == "replied:" + id))
        {
            // A second click came first.
            return false;
        }
    }

    /// <summary>What a leader has asked, the latest first.</summary>
    public Task<ImmutableArray<Assignment>> GivenByAsync(UserId leader, CancellationToken stop = default) => ListAsync(rows => rows.Where(a => a.By == leader.Value), stop);

    /// <summary>What an officer was asked, the latest first.</summary>
    public Task<ImmutableArray<Assignment>> GivenToAsync(UserId officer, CancellationToken stop = default) => ListAsync(rows => rows.Where(a => a.To == officer.Value), stop);

    private async Task<ImmutableArray<Assignment>> ListAsync(Func<IQueryable<AssignmentRow>, IQueryable<AssignmentRow>> choose, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var rows = await choose(context.Assignments.AsNoTracking()).OrderByDescending(a => a.AssignedAt).Take(MostShown).ToListAsync(stop);
        return [.. rows.Select(a => new Assignment(a.Id, new(a.CaseId), new(a.By), new(a.To), a.Text, a.DueOn, a.AssignedAt, a.Reply, a.RepliedAt))];
    }
}
