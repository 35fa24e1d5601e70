using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Runtime.Administration;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Catalog;

/// <summary>Every edition of the working calendar (工作日历): the file's is the first, each amendment adds one.</summary>
/// <remarks>
/// Cases name the edition they are counted with, so all stay readable for good. Two administrators who amend at once meet at the edition's number:
/// one wins, the other is told. Other hosts hear of a new edition at their next sweep, or as soon as they read a case that is counted with it.
/// </remarks>
public sealed class CalendarEditions
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int LongestReason = 500;

    private readonly FolderSettings _folders;
    private readonly Database _database;
    private readonly AdministrativeActs _acts;
    private readonly TimeProvider _time;
    private readonly ILogger<CalendarEditions> _log;
    private ImmutableArray<CalendarEdition> _all = [];

    internal CalendarEditions(FolderSettings folders, Database database, AdministrativeActs acts, TimeProvider time, ILogger<CalendarEditions> log) =>
        (_folders, _database, _acts, _time, _log) = (folders, database, acts, time, log);

    /// <summary>Every edition this process knows, in order.</summary>
    public ImmutableArray<CalendarEdition> All => _all;

    /// <summary>The edition new cases open with.</summary>
    public CalendarEdition Newest => _all[^1];

    /// <summary>The edition of that version, from the database when it is not known here yet; null when there is none.</summary>
    public async ValueTask<CalendarEdition?> FindAsync(string version, CancellationToken stop = default)
    {
        if (Known(version) is { } known) return known;
        await RefreshAsync(stop);
        return Known(version);
    }

    /// <summary>Learns what other hosts have added.</summary>
    public async Task RefreshAsync(CancellationToken stop = default)
    {
        var known = _all;
        await using var context = _database.NewContext();
        var rows = await context.CalendarEditions.AsNoTracking().Where(row => row.Number > known.Length).OrderBy(row => row.Number).ToListAsync(stop);
        if (rows.Count > 0) ImmutableInterlocked.Update(ref _all, all => [.. all, .. rows.Where(row => row.Number > all.Length).Select(Edition)]);
    }

    /// <summary>What an amendment would change and why it may be refused; nothing is kept.</summary>
    /// <param name="text">The whole new edition.</param>
    /// <param name="amends">The version the administrator has looked at: if it is not the newest any more, somebody else was faster.</param>
    public ExaminedEdition Examine(string text, string amends)
    {
        var present = Newest.Calendar;
        var reading = WorkingCalendar.Read(text);
        if (reading.Calendar is not { } later) return new(null, amends, [], reading.Problems);
        var amendment = CalendarAmendment.Of(present, later, later.DayOf(_time.GetUtcNow()));
        var problems = amendment.Problems;
        if (amends != present.Version) problems = problems.Insert(0, Problem.At(0, 0, null, "calendar-amends-another", amends, present.Version));
        if (later.Version != present.Version && Known(later.Version) is not null) problems = problems.Add(Problem.At(0, 0, null, "calendar-version-taken", later.Version));
        return new(later, amends, amendment.Days, problems);
    }

    /// <summary>Brings a new edition into force; the sweep counts open cases anew. What is wrong is answered and nothing is changed.</summary>
    public async Task<ImmutableArray<Problem>> AmendAsync(string text, string amends, string reason, UserId by, CancellationToken stop = default)
    {
        await RefreshAsync(stop);
        var examined = Examine(text, amends);
        if (examined.Problems is { IsEmpty: false } problems) return problems;
        if (string.IsNullOrWhiteSpace(reason) || !ShowableText.Is(reason, LongestReason)) return [Problem.At(0, 0, null, "calendar-reason", $"{LongestReason}")];
        var row = Row(Newest.Number + 1, examined.Calendar!, amends, text, by, reason.Trim());
        if (!await StoreAsync(row, stop))
        {
            await RefreshAsync(stop);
            return [Problem.At(0, 0, null, "calendar-amends-another", amends, Newest.Version)];
        }

        await RefreshAsync(stop);
        await _acts.RecordAsync(by, "calendar-amended", row.Version, $"{amends} {examined.Days.Length}", stop);
        _log.CalendarAmended(row.Version, amends, by);
        return [];
    }

    /// <summary>Reads all editions; a database without any takes the file's as the first.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or differs from what is kept under its version.</exception>
    internal async Task LoadAsync(CancellationToken stop)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(_folders.Workflows, "calendar", "cn.json"), stop);
        var reading = WorkingCalendar.Read(text);
        if (reading.Calendar is not { } calendar) throw new InvalidDataException("The working calendar cannot be read: " + string.Join("; ", reading.Problems));
        await RefreshAsync(stop);
        if (_all.IsEmpty)
        {
            await StoreAsync(Row(1, calendar, null, text, UserId.System, ""), stop); // or another host has
            await RefreshAsync(stop);
        }

        if (Known(calendar.Version) is not { } kept) _log.CalendarNotInForce(calendar.Version, Newest.Version);
        else if (kept.Calendar.Digest != calendar.Digest) throw new InvalidDataException($"The working calendar {calendar.Version} differs from what is kept under that version; a changed calendar needs a version of its own.");
    }

    private CalendarEdition? Known(string version) => _all.FirstOrDefault(edition => edition.Version == version);

    /// <summary>False when another host was faster.</summary>
    private async Task<bool> StoreAsync(CalendarEditionRow row, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            await using var look = _database.NewContext();
            if (await look.CalendarEditions.AnyAsync(other => other.Number == row.Number, stop)) return false;
            throw;
        }
    }

    private CalendarEditionRow Row(int number, WorkingCalendar calendar, string? amends, string text, UserId by, string reason) => new()
    {
        Number = number, Version = calendar.Version, Amends = amends, Text = text, Digest = calendar.Digest, At = _time.GetUtcNow(), By = by.Value, Reason = reason,
    };

    private static CalendarEdition Edition(CalendarEditionRow row) => new(
        row.Number, row.Amends, row.At, new(row.By), row.Reason, row.Text,
        WorkingCalendar.Read(row.Text).Calendar is { } calendar && calendar.Digest == row.Digest
            ? calendar
            : throw new InvalidDataException($"Edition {row.Version} of the working calendar is not what was stored."));
}
