using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;

namespace EGov.Runtime.People;

/// <summary>What a line of an import comes to.</summary>
public enum ImportOutcome
{
    /// <summary>A new account.</summary>
    Added,

    /// <summary>An account that is changed.</summary>
    Changed,

    /// <summary>An account that is so already.</summary>
    Same,

    /// <summary>Something is wrong with it.</summary>
    Wrong,
}

/// <summary>A line of the report.</summary>
/// <param name="Line">Its number in the file.</param>
/// <param name="UserName">The account.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Changes">Codes of what changes.</param>
/// <param name="Problems">What is wrong, by code, with the value it is about.</param>
public sealed record ImportLine(int Line, string UserName, ImportOutcome Outcome, ImmutableArray<string> Changes, ImmutableArray<(string Code, string Value)> Problems);

/// <summary>Brings officers in from a CSV file: first a report by line, then all of it or nothing. The same file twice changes nothing.</summary>
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
            var problems = wrong.IsEmpty && entry is not null ? before is null ? register.Problems(entry) : await register.BarriersAsync(before, entry, by) : wrong;
            var changes = before is null || entry is null ? [] : before.ChangesTo(entry);
            var outcome = !problems.IsEmpty ? ImportOutcome.Wrong : before is null ? ImportOutcome.Added : changes.IsEmpty ? ImportOutcome.Same : ImportOutcome.Changed;
            report.Add(new(line, entry?.UserName ?? "", outcome, changes, problems));
        }

        return report.ToImmutable();
    }

    /// <summary>Does it, when no line is wrong; the report of what was done.</summary>
    /// <param name="text">The file.</param>
    /// <param name="password">The first password of new accounts.</param>
    /// <param name="by">Who imports.</param>
    public async Task<ImmutableArray<ImportLine>> DoAsync(string text, string password, UserId by)
    {
        var report = await TryAsync(text, by);
        if (report.Any(line => line.Outcome == ImportOutcome.Wrong)) return report;
        if (report.Any(line => line.Outcome == ImportOutcome.Added) && !await register.IsGoodPasswordAsync(password)) return [new(0, "", ImportOutcome.Wrong, [], [("officer-password", "")])];
        foreach (var (_, entry, before, _) in await ReadAsync(text))
            _ = before is null ? await register.AddAsync(entry!, password, by) : await register.ChangeAsync(entry!, by);
        return report;
    }

    private async Task<List<(int Line, OfficerEntry? Entry, OfficerEntry? Before, ImmutableArray<(string Code, string Value)> Wrong)>> ReadAsync(string text)
    {
        var lines = CsvText.Read(text.TrimStart('\ufeff'));
        if (lines is not { IsEmpty: false } all) return [(1, null, null, [("import-not-csv", "")])];
        var headings = all[0].Cells.Select(heading => heading.ToLowerInvariant()).ToImmutableArray();
        if (headings.FirstOrDefault(heading => !Columns.Contains(heading)) is { } unknown) return [(1, null, null, [("import-column-unknown", unknown)])];
        if (!headings.Contains("user_name") || headings.Distinct().Count() != headings.Length) return [(1, null, null, [("import-column-missing", "user_name")])];
        if (all.Length - 1 > MostLines) return [(1, null, null, [("import-too-long", MostLines.ToString(CultureInfo.InvariantCulture))])];
        var (read, seen) = (new List<(int, OfficerEntry?, OfficerEntry?, ImmutableArray<(string, string)>)>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var line in all.Skip(1))
        {
            if (line.Cells.Length != headings.Length)
            {
                read.Add((line.Line, null, null, [("import-cells", headings.Length.ToString(CultureInfo.InvariantCulture))]));
                continue;
            }

            var before = await register.ReadAsync(line.Cells[headings.IndexOf("user_name")]);
            var entry = EntryOf(headings, line.Cells, before);
            read.Add((line.Line, entry, before, seen.Add(entry.UserName) ? [] : [("import-twice", entry.UserName)]));
        }

        return read;
    }

    private static OfficerEntry EntryOf(ImmutableArray<string> headings, ImmutableArray<string> cells, OfficerEntry? before)
    {
        string? Cell(string column) => headings.IndexOf(column) is >= 0 and var at ? cells[at] : null;
        IEnumerable<string>? List(string column) => Cell(column)?.Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);
        return new(
            before?.UserName ?? Cell("user_name")!, Cell("name") ?? before?.DisplayName ?? "", Cell("name_en") ?? before?.DisplayNameEn ?? "",
            Cell("grade") is not { } grade ? before?.Grade ?? 0 : grade.Length == 0 ? 0 : int.TryParse(grade, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1,
            List("posts")?.Select(post => new PartyId(post)).ToImmutableArray() ?? before?.Parties ?? [],
            List("roles")?.Order(StringComparer.Ordinal).ToImmutableArray() ?? before?.Roles ?? [],
            Cell("phone") is { } phone ? phone.Length > 0 ? phone : null : before?.Phone);
    }
}
