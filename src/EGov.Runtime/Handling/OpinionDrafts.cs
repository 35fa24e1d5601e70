using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Handling;

/// <summary>拟办意见: what an officer has begun to write on a case, kept through crashes and sign-outs until he has acted.</summary>
public sealed class OpinionDrafts
{
    /// <summary>The longest draft, in UTF-16 units.</summary>
    public const int LongestText = 2_000;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal OpinionDrafts(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>What he has written; null when nothing is kept.</summary>
    public async Task<string?> FindAsync(CaseId caseId, UserId officer, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.OpinionDrafts.AsNoTracking().Where(row => row.CaseId == caseId.Value && row.Officer == officer.Value).Select(row => row.Text).FirstOrDefaultAsync(stop);
    }

    /// <summary>Keeps a text in place of what was there; an empty one forgets it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="officer">Whose draft it is.</param>
    /// <param name="text">At most <see cref="LongestText"/>.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task SaveAsync(CaseId caseId, UserId officer, string text, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text?.Length ?? 0, LongestText, nameof(text));
        if (string.IsNullOrWhiteSpace(text))
        {
            await ForgetAsync(caseId, officer, stop);
            return;
        }

        var now = _time.GetUtcNow();
        for (var attempt = 1; ; attempt++)
        {
            await using var context = _database.NewContext();
            var changed = await context.OpinionDrafts.Where(row => row.CaseId == caseId.Value && row.Officer == officer.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, text).SetProperty(row => row.SavedAt, now), stop);
            if (changed == 1) return;
            context.Add(new OpinionDraftRow { CaseId = caseId.Value, Officer = officer.Value, Text = text, SavedAt = now });
            try
            {
                await context.SaveChangesAsync(stop);
                return;
            }
            catch (DbUpdateException) when (attempt == 1)
            {
                // Two windows saved at the same moment; the second time the row is there.
            }
        }
    }

    /// <summary>Forgets it.</summary>
    public async Task ForgetAsync(CaseId caseId, UserId officer, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        await context.OpinionDrafts.Where(row => row.CaseId == caseId.Value && row.Officer == officer.Value).ExecuteDeleteAsync(stop);
    }
}
