using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Portal;

/// <summary>A message on a case.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="At">When.</param>
/// <param name="By">The officer; null for the applicant.</param>
/// <param name="Party">The party the officer wrote for; null for the applicant.</param>
/// <param name="ReadAt">When the other side first saw it, or null.</param>
/// <param name="Text">What was written.</param>
public sealed record CaseMessage(int Number, DateTimeOffset At, UserId? By, PartyId? Party, DateTimeOffset? ReadAt, string Text);

/// <summary>留言: what an applicant and the office that has his case write to each other. No message changes a case, and none is in its journal.</summary>
public sealed class CaseMessages
{
    /// <summary>The longest message, in UTF-16 units.</summary>
    public const int LongestText = 2_000;

    /// <summary>How many a case may have; writing more is refused.</summary>
    public const int MostOfACase = 200;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal CaseMessages(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>The messages of a case, in order.</summary>
    public async Task<ImmutableArray<CaseMessage>> OfAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.CaseMessages.AsNoTracking().Where(row => row.CaseId == caseId.Value).OrderBy(row => row.Number).ToListAsync(stop);
        return [.. rows.Select(row => new CaseMessage(row.Number, row.At, row.By is null ? null : new UserId(row.By), row.Party is null ? null : new PartyId(row.Party), row.ReadAt, row.Text))];
    }

    /// <summary>Writes a message; false when the case has too many already. The same words again, with none between, are a second click and written once.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="text">At most <see cref="LongestText"/>.</param>
    /// <param name="by">The officer and the party he writes for; null for the applicant.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<bool> WriteAsync(CaseId caseId, string text, (UserId User, PartyId Party)? by, CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var context = _database.NewContext();
            var last = await context.CaseMessages.AsNoTracking().Where(row => row.CaseId == caseId.Value).OrderByDescending(row => row.Number).FirstOrDefaultAsync(stop);
            if (last is not null && last.Text == text && last.By == by?.User.Value) return true;
            if (last?.Number >= MostOfACase) return false;
            context.Add(new CaseMessageRow { CaseId = caseId.Value, Number = (last?.Number ?? 0) + 1, At = _time.GetUtcNow(), By = by?.User.Value, Party = by?.Party.Value, Text = text });
            try
            {
                await context.SaveChangesAsync(stop);
                return true;
            }
            catch (DbUpdateException) when (attempt < 5)
            {
                // Both sides wrote at the same moment and took the same number; the next one is free.
            }
        }
    }

    /// <summary>Notes that one side has seen what the other wrote.</summary>
    public async Task MarkReadAsync(CaseId caseId, bool byApplicant, CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        await context.CaseMessages.Where(row => row.CaseId == caseId.Value && row.ReadAt == null && (row.By != null) == byApplicant)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now), stop);
    }
}
