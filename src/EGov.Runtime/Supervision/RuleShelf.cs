using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Supervision;
using EGov.Runtime.Administration;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Supervision;

/// <summary>Every edition of the catalogue of rules (监察规则): the file's is the first; a changed file is another, in force from the next morning.</summary>
/// <remarks>
/// Nobody changes rules through the program, and no unit, officer or administrator has an act that switches one off. A new edition waits for midnight of
/// office time, so that every host knows it before it judges anything. Editions are kept for good: the back-test judges each day by the rules of that day.
/// </remarks>
public sealed class RuleShelf
{
    private readonly FolderSettings _folders;
    private readonly Database _database;
    private readonly CalendarEditions _calendars;
    private readonly AdministrativeActs _acts;
    private readonly TimeProvider _time;
    private readonly ILogger<RuleShelf> _log;
    private (int Editions, RuleBook Book) _known = (0, RuleBook.Empty);

    internal RuleShelf(FolderSettings folders, Database database, CalendarEditions calendars, AdministrativeActs acts, TimeProvider time, ILogger<RuleShelf> log) =>
        (_folders, _database, _calendars, _acts, _time, _log) = (folders, database, calendars, acts, time, log);

    /// <summary>All rules there ever were, with their times in force; the same object until another edition is known.</summary>
    public RuleBook Book => _known.Book;

    /// <summary>Reads the file and the editions kept; a file that differs from the newest becomes the next.</summary>
    /// <exception cref="InvalidDataException">There is no catalogue, it cannot be read, or a rule was changed under its old version.</exception>
    internal async Task LoadAsync(CancellationToken stop)
    {
        var file = Path.Combine(_folders.Workflows, "supervision", "rules.json");
        if (!File.Exists(file)) throw new InvalidDataException($"{file} is missing: no office runs without supervision.");
        var text = await File.ReadAllTextAsync(file, stop);
        var rules = Read(text);
        await using var context = _database.NewContext();
        var newest = await context.RuleEditions.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(stop);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (newest?.Digest != digest)
        {
            if (newest is not null) Compare(Read(newest.Text), rules);
            await StoreAsync(new() { Number = (newest?.Number ?? 0) + 1, InForceFrom = newest is null ? DateTimeOffset.UnixEpoch : NextMorning(), StoredAt = _time.GetUtcNow(), Digest = digest, Text = text }, stop);
        }

        await RefreshAsync(stop);
    }

    /// <summary>Learns what other hosts have added, and has every open case looked at when it comes into force.</summary>
    public async Task RefreshAsync(CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        if (await context.RuleEditions.CountAsync(stop) == _known.Editions) return;
        var rows = await context.RuleEditions.AsNoTracking().OrderBy(row => row.Number).ToListAsync(stop);
        var isFirst = _known.Editions == 0;
        _known = (rows.Count, RuleBook.OfEditions(rows.Select(row => (row.Number == 1 ? DateTimeOffset.MinValue : row.InForceFrom, Read(row.Text)))));
        var last = rows[^1].InForceFrom;
        if (isFirst && last <= _time.GetUtcNow()) return;
        await context.Cases.Where(c => c.Status == "Open" && (c.WatchAt == null || c.WatchAt > last)).ExecuteUpdateAsync(set => set.SetProperty(c => c.WatchAt, (DateTimeOffset?)last), stop);
    }

    private DateTimeOffset NextMorning() => _calendars.Newest.Calendar.EndOf(_calendars.Newest.Calendar.DayOf(_time.GetUtcNow()));

    private async Task StoreAsync(RuleEditionRow row, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            return; // another host was faster with the same file, or with another: then the next start compares again
        }

        _log.RulesChanged(row.Number, row.InForceFrom);
        if (row.Number > 1) await _acts.RecordAsync(UserId.System, "rules-changed", row.Digest[..12], row.InForceFrom.ToString("O"), stop);
    }

    private static ImmutableArray<SupervisionRule> Read(string text) => RuleReading.Of(text) is { Succeeded: true } reading
        ? reading.Rules
        : throw new InvalidDataException("The rules of supervision cannot be read: " + string.Join("; ", RuleReading.Of(text).Problems));

    private static void Compare(ImmutableArray<SupervisionRule> before, ImmutableArray<SupervisionRule> after)
    {
        foreach (var rule in after)
            if (before.FirstOrDefault(old => old.Id == rule.Id) is { } old && (old.Version > rule.Version || (old.Version == rule.Version && Text(old) != Text(rule))))
                throw new InvalidDataException($"Rule {rule.Id} differs from what is kept as version {old.Version}; a changed rule needs a higher version.");
    }

    private static string Text(SupervisionRule rule) => JsonSerializer.Serialize(rule) + JsonSerializer.Serialize<object>(rule.Trigger);
}
