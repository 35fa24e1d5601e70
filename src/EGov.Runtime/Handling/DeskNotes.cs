using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Handling;

/// <summary>What an officer's page of a case needs from beside its journal.</summary>
/// <param name="Application">The personal part; null when it was erased.</param>
/// <param name="Draft">His draft opinion, or null.</param>
/// <param name="Phrases">His set phrases, then the office's.</param>
/// <param name="IsWatched">True when he watches the case.</param>
/// <param name="OpenedAt">When he last opened it; null when he never has.</param>
public sealed record NotesOnCase(NewApplication? Application, string? Draft, ImmutableArray<string> Phrases, bool IsWatched, DateTimeOffset? OpenedAt)
{
    /// <summary>The free texts of the case by the hash the journal holds; an erased one is absent.</summary>
    public ImmutableDictionary<TextHash, string> Texts { get; init; } = ImmutableDictionary<TextHash, string>.Empty;
}

/// <summary>Reads the notes in one query, for a page may ask few.</summary>
public sealed class DeskNotes
{
    private readonly Database _database;

    internal DeskNotes(Database database) => _database = database;

    /// <summary>The notes; empty ones for a case there is not.</summary>
    public async Task<NotesOnCase> OfAsync(CaseId caseId, UserId officer, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var found = await (
            from c in context.Cases.AsNoTracking().AsSingleQuery()
            where c.CaseId == caseId.Value
            join a in context.Applications.AsNoTracking() on c.CaseId equals a.CaseId into applications
            from application in applications.DefaultIfEmpty()
            select new
            {
                application,
                Draft = context.OpinionDrafts.Where(row => row.CaseId == c.CaseId && row.Officer == officer.Value).Select(row => row.Text).FirstOrDefault(),
                Own = context.Phrases.Where(row => row.Owner == officer.Value).Select(row => row.Lines).FirstOrDefault(),
                Texts = context.Texts.Where(row => row.CaseId == c.CaseId).ToList(),
                IsWatched = context.Watches.Any(row => row.CaseId == c.CaseId && row.Officer == officer.Value),
                OpenedAt = context.CaseOpenings.Where(row => row.CaseId == c.CaseId && row.Officer == officer.Value).Select(row => (DateTimeOffset?)row.At).FirstOrDefault(),
                Office = context.Phrases.Where(row => row.Owner == Phrases.Office).Select(row => row.Lines).FirstOrDefault(),
            }).FirstOrDefaultAsync(stop);
        return new(
            found?.application is { } it ? new(it.Form, it.Applicant, it.IdKind, it.IdNumber, it.Phone, it.Channel, it.QueryPasswordHash) : null,
            found?.Draft, [.. Phrases.Split(found?.Own).Concat(Phrases.Split(found?.Office)).Distinct(StringComparer.Ordinal)],
            found?.IsWatched ?? false, found?.OpenedAt)
        {
            Texts = (found?.Texts ?? []).ToImmutableDictionary(row => new TextHash(row.Hash), row => row.Text),
        };
    }
}
