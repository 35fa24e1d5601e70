using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Handling;

/// <summary>Another case of the same applicant.</summary>
/// <param name="Case">Its number.</param>
/// <param name="DefinitionId">The item.</param>
/// <param name="DefinitionVersion">The version it runs on.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ReceivedOn">The day it was received.</param>
/// <param name="HasWorkFor">True when open work of it is the reader's or lies in a tray of his.</param>
public sealed record RelatedCase(CaseId Case, string DefinitionId, int DefinitionVersion, CaseStatus Status, DateOnly ReceivedOn, bool HasWorkFor);

/// <summary>Finds the cases of one applicant by his identity number.</summary>
public sealed class RelatedCases
{
    private const int Most = 30;
    private readonly Database _database;

    internal RelatedCases(Database database) => _database = database;

    /// <summary>The other cases of the applicant of this one, the latest first; at most 30.</summary>
    public async Task<ImmutableArray<RelatedCase>> OfAsync(CaseId caseId, NewApplication application, Actor reader, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(reader);
        if (application.IdNumber.Length == 0) return [];
        var (mine, parties) = (reader.User.Value, reader.Parties.Select(party => party.Value).ToArray());
        await using var context = _database.NewContext();
        var rows = await (
            from a in context.Applications.AsNoTracking()
            where a.IdNumber == application.IdNumber && a.IdKind == application.IdKind && a.CaseId != caseId.Value
            join c in context.Cases.AsNoTracking() on a.CaseId equals c.CaseId
            orderby c.OpenedAt descending
            select new { c.CaseId, c.DefinitionId, c.DefinitionVersion, c.Status, c.ReceivedOn, Works = context.WorkItems.Any(w => w.CaseId == c.CaseId && w.ClosedAt == null && (w.Holder == mine || parties.Contains(w.Party))) })
            .Take(Most).ToListAsync(stop);
        return [.. rows.Select(row => new RelatedCase(new(row.CaseId), row.DefinitionId, row.DefinitionVersion, Enum.Parse<CaseStatus>(row.Status), row.ReceivedOn, row.Works))];
    }
}
