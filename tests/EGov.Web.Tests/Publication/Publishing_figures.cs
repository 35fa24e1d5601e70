using System.Net;
using System.Text;
using EGov.Runtime.People;
using EGov.Web.Tests.Supervision;

namespace EGov.Web.Tests.Publication;

/// <summary>Everybody reads how many cases there were and by which powers; nobody reads of a case or a person.</summary>
public sealed class Publishing_figures(AssessedOffice office) : IClassFixture<AssessedOffice>
{
    [Theory]
    [InlineData("zh-CN", "2026年1月，办结 1 件", "食品经营许可", "行政许可", "《中华人民共和国食品安全法》第三十五条", "承诺 10 个工作日")]
    [InlineData("en", "January 2026: 1 cases finished", "Food business licence", "Administrative licensing", "Food Safety Law, article 35", "10 working days promised")]
    public async Task tells_counts_and_powers_in_both_languages(string language, params string[] told)
    {
        await office.JanuaryAsync();
        var page = await PageAsync(office.Citizen(language), "/publication");
        Assert.All(told, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Contains("/items/food-business-licence#flow", page, StringComparison.Ordinal);
        // Accepted and decided on one day: two came, one was accepted and finished on its first day; ten days were promised.
        Assert.Matches("Received[^<]*\">2<|收件\">2<", page);
        Assert.Matches("Average working days\">0\\.0<|平均用时（工作日）\">0\\.0<", page);
        Assert.Matches("Promised working days\">10\\.0<|承诺（工作日）\">10\\.0<", page);
    }

    [Fact]
    public async Task names_no_case_no_applicant_and_no_officer()
    {
        var number = await office.JanuaryAsync();
        foreach (var address in new[] { "/publication", "/publication/export" })
        {
            var text = await PageAsync(office.Citizen(), address);
            Assert.All(new[] { number, "王小满", "小满面馆", "zhou.min", "13800000000", "very good" }, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task is_taken_away_as_a_table()
    {
        await office.JanuaryAsync();
        var bytes = await (await office.Citizen().AskAsync("/publication/export?period=2026-01").MustAsync()).Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var line = CsvText.Read(Encoding.UTF8.GetString(bytes[3..]))!.Value[1].Cells;
        Assert.Equal("Food business licence,2,1,0,1,0,0.0,10.0,100.0", string.Join(',', line.RemoveAt(1)));
    }

    [Theory]
    [InlineData("2026-02")]
    [InlineData("2026Q1")]
    [InlineData("2025-06")]
    [InlineData("2026-13")]
    [InlineData("x")]
    public async Task what_is_not_over_or_was_never_published_is_not_found(string period)
    {
        await office.JanuaryAsync();
        await office.Citizen().AskAsync("/publication?period=" + period).MustAsync(HttpStatusCode.NotFound);
        await office.Citizen().AskAsync("/publication/export?period=" + period).MustAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task is_linked_from_the_first_page_and_from_the_foot_of_every_other()
    {
        Assert.Contains("href=\"/publication\"", await PageAsync(office.Citizen(), "/"), StringComparison.Ordinal);
        Assert.Contains("href=\"/publication\"", await PageAsync(office.Citizen(), "/items"), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient reader, string address) => WebUtility.HtmlDecode(await (await reader.AskAsync(address).MustAsync()).TextAsync());
}
