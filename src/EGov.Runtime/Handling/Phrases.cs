using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Handling;

/// <summary>常用语: sentences officers write again and again, an officer's own and the office's.</summary>
public sealed class Phrases
{
    /// <summary>How many an owner may have.</summary>
    public const int Most = 30;

    /// <summary>The longest of them, in UTF-16 units.</summary>
    public const int LongestPhrase = 120;

    internal const string Office = "*";

    private readonly Database _database;

    internal Phrases(Database database) => _database = database;

    /// <summary>His own, and the office's.</summary>
    public async Task<(ImmutableArray<string> Own, ImmutableArray<string> Office)> OfAsync(UserId officer, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.Phrases.AsNoTracking().Where(row => row.Owner == officer.Value || row.Owner == Office).ToListAsync(stop);
        return (Split(rows.FirstOrDefault(row => row.Owner == officer.Value)?.Lines), Split(rows.FirstOrDefault(row => row.Owner == Office)?.Lines));
    }

    /// <summary>One a line, as they are typed: without empty lines and doubles.</summary>
    public static ImmutableArray<string> Split(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Keeps these in place of what was there.</summary>
    /// <param name="owner">The officer; null for the whole office.</param>
    /// <param name="phrases">At most <see cref="Most"/> of at most <see cref="LongestPhrase"/>.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task SaveAsync(UserId? owner, ImmutableArray<string> phrases, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(phrases.Length, Most, nameof(phrases));
        var (key, lines) = (owner?.Value ?? Office, string.Join('\n', phrases));
        await using var context = _database.NewContext();
        if (await context.Phrases.Where(row => row.Owner == key).ExecuteUpdateAsync(set => set.SetProperty(row => row.Lines, lines), stop) == 1) return;
        context.Add(new PhraseRow { Owner = key, Lines = lines });
        await context.SaveChangesAsync(stop);
    }
}
