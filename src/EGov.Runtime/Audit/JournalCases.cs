using System.Runtime.CompilerServices;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Audit;

/// <summary>Every case that has a journal, in the order of numbers, a page at a time.</summary>
internal static class JournalCases
{
    private const int Page = 500;

    public static async IAsyncEnumerable<CaseId> AllAsync(Database database, [EnumeratorCancellation] CancellationToken stop)
    {
        var last = "";
        while (true)
        {
            await using var context = database.NewContext();
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
            var cases = await context.Journal.Where(j => j.FirstVersion == 0 && string.Compare(j.CaseId, last) > 0)
#pragma warning restore CA1309
                .OrderBy(j => j.CaseId).Select(j => j.CaseId).Take(Page).ToListAsync(stop);
            foreach (var one in cases) yield return new CaseId(one);
            if (cases.Count < Page) yield break;
            last = cases[^1];
        }
    }
}
