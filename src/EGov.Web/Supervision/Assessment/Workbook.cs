using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cells = DocumentFormat.OpenXml.Spreadsheet;

namespace EGov.Web.Supervision.Assessment;

/// <summary>A table as an Office Open XML workbook of one sheet: texts are inline strings and never formulas, figures are numbers, and the same table gives the same bytes.</summary>
internal static class Workbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The most a cell may hold, in UTF-16 units; what is longer is cut.</summary>
    public const int LongestText = 32_767;

    /// <summary>The moment every entry of the file carries: the first a zip file can name.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="lines">The table, headings first.</param>
    /// <param name="texts">How many columns at the left are texts whatever stands in them; in the others what reads as a number is one.</param>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> lines, int texts)
    {
        using var written = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(written, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "book");
            book.AddNewPart<WorksheetPart>("sheet").Worksheet = new Worksheet(Frozen(), new SheetData(lines.Select((line, place) => RowOf(line, place == 0 ? int.MaxValue : texts))));
            book.Workbook = new Cells.Workbook(new Sheets(new Sheet { Id = "sheet", SheetId = 1, Name = "1" }));
        }

        written.Position = 0;
        return Undated(written);
    }

    /// <summary>The headings stay in sight.</summary>
    private static SheetViews Frozen() =>
        new(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });

    private static Row RowOf(IReadOnlyList<string> line, int texts) => new(line.Select((text, column) =>
        column >= texts && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number }
            : new Cell { InlineString = new InlineString(new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }), DataType = CellValues.InlineString }));

    /// <summary>Without what XML cannot hold: control characters and halves of pairs.</summary>
    private static string Writable(string text)
    {
        var kept = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value))) continue;
            if (kept.Length + rune.Utf16SequenceLength > LongestText) break;
            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    /// <summary>The same entries in the order of their names, without the moment they were written.</summary>
    private static byte[] Undated(Stream written)
    {
        using var undated = new MemoryStream();
        using (var from = new ZipArchive(written, ZipArchiveMode.Read))
        using (var to = new ZipArchive(undated, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var kept = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                kept.LastWriteTime = Always;
                using var source = entry.Open();
                using var target = kept.Open();
                source.CopyTo(target);
            }

        return undated.ToArray();
    }
}
