using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Runtime.People;

namespace EGov.Runtime.Organisation;

/// <summary>Brings units and posts in from a CSV file: first a report by line, then all of it or nothing. The same file twice changes nothing.</summary>
/// <remarks>
/// Columns by their headings, in any order: <c>unit</c>, <c>role</c>, <c>level</c>, <c>name</c>, <c>name_en</c>, <c>block</c>, <c>line</c>, <c>closed_on</c>, <c>seat</c>, <c>grade</c>, <c>duty</c>, <c>remove</c>.
/// A line without a role is a unit, one with a role a post of it. A column that is not there leaves what is, and so does a unit or post without a line.
/// </remarks>
public sealed class UnitImport
{
    /// <summary>The most lines of a file.</summary>
    public const int MostLines = 5_000;

    internal static readonly ImmutableArray<string> Columns = ["unit", "role", "level", "name", "name_en", "block", "line", "closed_on", "seat", "grade", "duty", "remove"];

    private readonly UnitRegister _register;
    private readonly Reorganisation _reorganisation;

    internal UnitImport(UnitRegister register, Reorganisation reorganisation) => (_register, _reorganisation) = (register, reorganisation);

    /// <summary>What the file would come to, line by line; nothing is changed.</summary>
    public async Task<ImmutableArray<ImportLine>> TryAsync(string text, CancellationToken stop = default) => (await ReadAsync(text, stop)).Report;

    /// <summary>Does it, when no line is wrong; the report of what was done.</summary>
    public async Task<ImmutableArray<ImportLine>> DoAsync(string text, UserId by, CancellationToken stop = default)
    {
        var (report, before, after) = await ReadAsync(text, stop);
        if (report.All(line => line.Outcome != ImportOutcome.Wrong)) await _reorganisation.DoAsync(before, after, by, stop);
        return report;
    }

    private async Task<(ImmutableArray<ImportLine> Report, ImmutableArray<Unit> Before, ImmutableArray<Unit> After)> ReadAsync(string text, CancellationToken stop)
    {
        var (table, broken) = CsvTable.Read(text, Columns, MostLines);
        if (table is null) return ([new(1, "", ImportOutcome.Wrong, [], [broken])], [], []);
        var before = await _register.AllAsync(stop);
        var draft = new UnitDraft(before);
        foreach (var line in table.Lines) draft.Take(line.Line, table.WhyNot(line), column => table.Cell(line, column));
        var after = draft.Units;
        foreach (var problem in draft.IsWrong ? [] : await _reorganisation.ProblemsAsync(before, after, stop)) draft.Blame(problem);
        return (draft.Report, before, [.. after.Select(one => one.Unit)]);
    }

    /// <summary>The number in a cell; out of bounds when it is none.</summary>
    internal static int NumberOf(string cell) => cell.Length == 0 ? 0 : int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
