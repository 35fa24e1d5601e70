using System.Collections.Immutable;
using System.Globalization;

namespace EGov.Runtime.People;

/// <summary>A CSV text as a table with known columns, in any order; a column that is not there gives null.</summary>
internal sealed class CsvTable
{
    private readonly ImmutableArray<string> _headings;

    private CsvTable(ImmutableArray<string> headings, ImmutableArray<CsvLine> lines) => (_headings, Lines) = (headings, lines);

    /// <summary>The lines below the headings.</summary>
    public ImmutableArray<CsvLine> Lines { get; }

    /// <summary>The text as a table of these columns, of which the first must be there.</summary>
    /// <returns>The table, or what is wrong with all of it, by code and value.</returns>
    public static (CsvTable? Table, (string Code, string Value) Wrong) Read(string text, ImmutableArray<string> columns, int mostLines)
    {
        if (CsvText.Read(text.TrimStart('\ufeff')) is not { IsEmpty: false } all) return (null, ("import-not-csv", ""));
        ImmutableArray<string> headings = [.. all[0].Cells.Select(heading => heading.ToLowerInvariant())];
        if (headings.FirstOrDefault(heading => !columns.Contains(heading)) is { } unknown) return (null, ("import-column-unknown", unknown));
        if (!headings.Contains(columns[0]) || headings.Distinct().Count() != headings.Length) return (null, ("import-column-missing", columns[0]));
        if (all.Length - 1 > mostLines) return (null, ("import-too-long", mostLines.ToString(CultureInfo.InvariantCulture)));
        return (new(headings, all.RemoveAt(0)), default);
    }

    /// <summary>What is wrong with the shape of a line, or null.</summary>
    public (string Code, string Value)? WhyNot(CsvLine line) =>
        line.Cells.Length == _headings.Length ? null : ("import-cells", _headings.Length.ToString(CultureInfo.InvariantCulture));

    /// <summary>A cell of a line; null when the column is not there.</summary>
    public string? Cell(CsvLine line, string column) => _headings.IndexOf(column) is >= 0 and var at ? line.Cells[at] : null;
}
