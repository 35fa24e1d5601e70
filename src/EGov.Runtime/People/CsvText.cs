using System.Collections.Immutable;
using System.Text;

namespace EGov.Runtime.People;

/// <summary>A line of a CSV text.</summary>
/// <param name="Line">Its number in the text, from 1.</param>
/// <param name="Cells">What stands in it; always text, whatever it begins with.</param>
public sealed record CsvLine(int Line, ImmutableArray<string> Cells);

/// <summary>CSV by RFC 4180: cells in quotes may hold commas, line ends and doubled quotes. Blank lines are left out.</summary>
public static class CsvText
{
    /// <summary>Lines as a text that a spreadsheet opens without taking a cell for a formula: what begins like one gets an apostrophe before it (OWASP, CSV injection).</summary>
    public static string Write(IEnumerable<IReadOnlyList<string>> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return string.Concat(lines.Select(line => string.Join(',', line.Select(Guarded)) + "\r\n"));
    }

    private static string Guarded(string cell)
    {
        var text = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;
        return text.AsSpan().ContainsAny(',', '"', '\n') || text.Contains('\r', StringComparison.Ordinal) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    /// <summary>The lines; null when a quote is never closed.</summary>
    public static ImmutableArray<CsvLine>? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (lines, cells, cell) = (ImmutableArray.CreateBuilder<CsvLine>(), ImmutableArray.CreateBuilder<string>(), new StringBuilder());
        var (line, began, quoted) = (1, 1, false);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == ',') EndCell();
            else if (c == '\n') EndLine();
            else if (c != '\r') cell.Append(c);
        }

        if (quoted) return null;
        EndLine();
        return lines.ToImmutable();

        void EndCell()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }

        void EndLine()
        {
            EndCell();
            if (cells.Count > 1 || cells[0].Length > 0) lines.Add(new(began, cells.ToImmutable()));
            cells.Clear();
            began = line;
        }
    }
}
