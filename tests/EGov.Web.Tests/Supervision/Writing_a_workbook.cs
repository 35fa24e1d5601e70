using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Workbook = EGov.Web.Supervision.Assessment.Workbook;

namespace EGov.Web.Tests.Supervision;

public sealed class Writing_a_workbook(AssessedOffice office) : IClassFixture<AssessedOffice>
{
    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("+1", "+1")]
    [InlineData("-1", "-1")]
    [InlineData("@SUM(A1)", "@SUM(A1)")]
    [InlineData("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0")]
    [InlineData("<f>1</f>", "<f>1</f>")]
    [InlineData("消防\u0000\u0007大队\ud800", "消防大队")]
    [InlineData(" 012 ", " 012 ")]
    public void texts_are_texts_and_never_formulas(string text, string read)
    {
        var bytes = Workbook.Write([["Name", "Figure"], [text, "12.5"]], texts: 1);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var cells = CellsOf(document);
        Assert.Empty(document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
        Assert.Equal((CellValues.InlineString, read), (cells[2].DataType!.Value, cells[2].InnerText));
        Assert.Equal((CellValues.Number, "12.5"), (cells[3].DataType!.Value, cells[3].InnerText));
    }

    [Fact]
    public void what_is_longer_than_a_cell_is_cut() => Assert.Equal(Workbook.LongestText, CellsOf(SpreadsheetDocument.Open(new MemoryStream(Workbook.Write([[new string('长', 40_000)]], 1)), isEditable: false))[0].InnerText.Length);

    [Theory]
    [InlineData("/supervision/assessment/export?period=2026-01&form=xlsx", "assessment-2026-01.xlsx", "4.0")]
    [InlineData("/publication/export?period=2026-01&form=xlsx", "publication-2026-01.xlsx", "100.0")]
    public async Task the_same_period_gives_the_same_bytes_and_every_spreadsheet_can_open_them(string address, string name, string figure)
    {
        await office.JanuaryAsync();
        var reader = await office.OfficerAsync("opens", "supervisor");
        var answer = await reader.AskAsync(address).MustAsync();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        office.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(bytes, await (await reader.AskAsync(address).MustAsync()).Content.ReadAsByteArrayAsync());
        Assert.Equal((Workbook.MediaType, name), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));

        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(wrong => wrong.Description));
        Assert.Contains(CellsOf(document), cell => cell.DataType?.Value == CellValues.Number && cell.InnerText == figure);
    }

    private static List<Cell> CellsOf(SpreadsheetDocument document) => [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>()];
}
