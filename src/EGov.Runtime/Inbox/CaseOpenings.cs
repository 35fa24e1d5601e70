using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Inbox;

/// <summary>已读: when an officer last opened a case. What has come to his desk since is marked as new.</summary>
public sealed class CaseOpenings
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal CaseOpenings(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Notes that he has opened it now.</summary>
    /// <param name="officer">Who.</param>
    /// <param name="caseId">Which case.</param>
    /// <param name="isFirst">True when nothing is noted yet.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task NoteAsync(UserId officer, CaseId caseId, bool isFirst, CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        if (!isFirst)
        {
            await context.CaseOpenings.Where(o => o.Officer == officer.Value && o.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(o => o.At, now), stop);
            return;
        }

        context.Add(new CaseOpeningRow { Officer = officer.Value, CaseId = caseId.Value, At = now });
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (context.CaseOpenings.Any(o => o.Officer == officer.Value && o.CaseId == caseId.Value))
        {
            // He opened it in two windows at the same moment.
        }
    }
}
