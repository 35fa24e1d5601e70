using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;

namespace EGov.Runtime.People;

/// <summary>What a line of an import comes to.</summary>
public enum ImportOutcome
{
    /// <summary>A new account, unit or post.</summary>
    Added,

    /// <summary>One that is changed.</summary>
    Changed,

    /// <summary>One that is so already.</summary>
    Same,

    /// <summary>Something is wrong with it.</summary>
    Wrong,

    /// <summary>A unit or post that is taken out.</summary>
    Removed,
}

/// <summary>A line of the report.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="Subject">The account, the unit, or the post's seat.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Changes">Codes of what changes.</param>
/// <param name="Problems">What is wrong, by code, with the value it is about.</param>
public sealed record ImportLine(int Line, string Subject, ImportOutcome Outcome, ImmutableArray<string> Changes, ImmutableArray<(string Code, string Value)> Problems)
{
    /// <summary>The one-time password of an account just made; kept nowhere in clear.</summary>
    public string? FirstPassword { get; init; }
}

/// <summary>Brings officers in from a CSV file: first a report by line, then all of it; nothing when a line is wrong. The same file twice changes nothing.</summary>
/// <remarks>Columns by their headings, in any order: <c>user_name</c>, <c>name</c>, <c>name_en</c>, <c>grade</c>, <c>posts</c>, <c>roles</c>, <c>phone</c>; posts and roles are separated by blanks or semicolons. A column that is not there leaves what is.</remarks>
public sealed class OfficerImport(OfficerRegister register)
{
    /// <summary>The most lines of a file.</summary>
    public const int MostLines = 5_000;

    private static readonly ImmutableArray<string> Columns = ["user_name", "name", "name_en", "grade", "posts", "roles", "phone"];
    private static readonly char[] Between = [' ', ';', '；', '、'];

    /// <summary>What the file would come to, line by line; nothing is changed.</summary>
    public async Task<ImmutableArray<ImportLine>> TryAsync(string text, UserId by)
    {
        var report = ImmutableArray.CreateBuilder<ImportLine>();
        foreach (var (line, entry, before, wrong) in await ReadAsync(text))
        {
            var problems = wrong.IsEmpty && entry is not null ? before is null ? await register.ProblemsAsync(entry) : await register.BarriersAsync(before, entry, by) : wrong;
            var changes = before is null || entry is null ? [] : before.ChangesTo(entry);
            var outcome = !problems.IsEmpty ? ImportOutcome.Wrong : before is null ? ImportOutcome.Added : changes.IsEmpty ? ImportOutcome.Same : ImportOutcome.Changed;
            report.Add(new(line, entry?.UserName ?? "", outcome, changes, problems));
        }

        return report.ToImmutable();
    }

    /// <summary>Does it, when no line is wrong; the report of what was done, with a one-time password for each new account that is told here and nowhere else.</summary>
    /// <remarks>New accounts are made in one transaction, after their passwords have been hashed; changes follow account by account, and the same file once more finishes what was broken off.</remarks>
    public async Task<ImmutableArray<ImportLine>> DoAsync(string text, UserId by)
    {
        var report = await TryAsync(text, by);
        if (report.Any(line => line.Outcome == ImportOutcome.Wrong)) return report;
        var (done, read) = (report.ToBuilder(), await ReadAsync(text));
        var added = await register.AddAllAsync([.. read.Where(line => line.Before is null).Select(line => line.Entry!)], by);
        await register.ChangeAllAsync(read.Where(line => line.Before is not null).Select(line => line.Entry!), by);
        var next = 0;
        foreach (var (at, line) in read.Index())
            if (line.Before is null) done[at] = done[at] with { FirstPassword = added[next++] };
        return done.ToImmutable();
    }

    private async Task<List<(int Line, OfficerEntry? Entry, OfficerEntry? Before, ImmutableArray<(string Code, string Value)> Wrong)>> ReadAsync(string text)
    {
        var (table, broken) = CsvTable.Read(text, Columns, MostLines);
        if (table is null) return [(1, null, null, [broken])];
        var (read, seen) = (new List<(int, OfficerEntry?, OfficerEntry?, ImmutableArray<(string, string)>)>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var line in table.Lines)
        {
            if (table.WhyNot(line) is { } misshapen)
            {
                read.Add((line.Line, null, null, [misshapen]));
                continue;
            }

            var before = await register.ReadAsync(table.Cell(line, "user_name")!);
            var entry = EntryOf(column => table.Cell(line, column), before);
            read.Add((line.Line, entry, before, seen.Add(entry.UserName) ? [] : [("import-twice", entry.UserName)]));
        }

        return read;
    }

    private static OfficerEntry EntryOf(Func<string, string?> cell, OfficerEntry? before)
    {
        IEnumerable<string>? List(string column) => cell(column)?.Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);
        return new(
            before?.UserName ?? cell("user_name")!, cell("name") ?? before?.DisplayName ?? "", cell("name_en") ?? before?.DisplayNameEn ?? "",
            cell("grade") is not { } grade ? before?.Grade ?? 0 : grade.Length == 0 ? 0 : int.TryParse(grade, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1,
            List("posts")?.Select(post => new PartyId(post)).ToImmutableArray() ?? before?.Parties ?? [],
            List("roles")?.Order(StringComparer.Ordinal).ToImmutableArray() ?? before?.Roles ?? [],
            cell("phone") is { } phone ? phone.Length > 0 ? phone : null : before?.Phone);
    }
}
