using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using EGov.Engine.Assessment;
using EGov.Runtime.Catalog;
using EGov.Runtime.People;
using EGov.Web.Supervision;
using EGov.Web.Supervision.Assessment;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Supervision;

public sealed class Reading_the_assessment(AssessedOffice office) : IClassFixture<AssessedOffice>
{
    private const string Address = "/supervision/assessment";

    [Fact]
    public async Task leads_from_the_bodies_to_teams_and_to_officers()
    {
        await office.JanuaryAsync();
        var supervisor = await office.OfficerAsync("watches", "supervisor");
        var bodies = await PageAsync(supervisor, Address);
        Assert.Contains("assessment for January 2026", bodies, StringComparison.Ordinal);
        Assert.Contains(">Fire and Rescue", bodies, StringComparison.Ordinal);
        Assert.Contains($"{Address}?period=2026-01&body=market-supervision", bodies, StringComparison.Ordinal);
        Assert.Contains("Excellent", bodies, StringComparison.Ordinal);
        Assert.Contains((await office.Assessments.FindAsync(AssessedOffice.January))!.Hash, bodies, StringComparison.Ordinal);

        var teams = await PageAsync(supervisor, $"{Address}?period=2026-01&body=market-supervision");
        Assert.Contains($"{Address}?period=2026-01&body=market-supervision&team=food-decision", teams, StringComparison.Ordinal);
        Assert.DoesNotContain("team=fire", teams, StringComparison.Ordinal);

        var officers = await PageAsync(supervisor, $"{Address}?period=2026-01&body=market-supervision&team=food-decision");
        Assert.Contains("zhou.min", officers, StringComparison.Ordinal);
        Assert.DoesNotContain("li.na", officers, StringComparison.Ordinal);
        Assert.Contains("4.0", officers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_a_present_period_from_one_that_is_over_and_one_that_is_frozen()
    {
        await office.JanuaryAsync();
        var supervisor = await office.OfficerAsync("watches-too", "supervisor");
        Assert.Contains("figures will still change", await PageAsync(supervisor, Address + "?period=2026-02"), StringComparison.Ordinal);
        Assert.Contains("over but not frozen", await PageAsync(supervisor, Address + "?period=2025-12"), StringComparison.Ordinal);
        Assert.Contains("No work was done in this period", await PageAsync(supervisor, Address + "?period=2025Q4"), StringComparison.Ordinal);
        Assert.Contains("January 2026 (frozen)", await PageAsync(supervisor, Address + "?period=2025Q4"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?period=2026-13")]
    [InlineData("?period=2026-03")]
    [InlineData("?period=2026Q2")]
    [InlineData("?period=2026-01&body=nobody")]
    [InlineData("?period=2026-01&body=market-supervision&team=fire")]
    [InlineData("?period=2026-01&team=fire")]
    [InlineData("/export?period=never")]
    public async Task what_there_is_not_is_not_found(string query)
    {
        await office.JanuaryAsync();
        await (await office.OfficerAsync("looks-for-more", "supervisor")).AskAsync(Address + query).MustAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_supervisor_freezes_what_is_over_by_a_button_and_nobody_else_and_nothing_else()
    {
        await office.JanuaryAsync();
        var (supervisor, leader) = (await office.OfficerAsync("freezes", "supervisor"), await office.ChiefAsync("only-reads"));
        Assert.Contains("Freeze November 2025", await PageAsync(supervisor, Address + "?period=2025-11"), StringComparison.Ordinal);
        Assert.DoesNotContain("Freeze November 2025", await PageAsync(leader, Address + "?period=2025-11"), StringComparison.Ordinal);
        await leader.SendFormAsync(Address, Address + "/freeze", ("period", "2025-11")).MustAsync(HttpStatusCode.Forbidden);
        await supervisor.SendFormAsync(Address, Address + "/freeze", ("period", "2026-02")).MustAsync(HttpStatusCode.Conflict);
        Assert.Null(await office.Assessments.FindAsync(AssessmentPeriod.TryRead("2026-02", out var february) ? february : default));

        for (var time = 0; time < 2; time++) await supervisor.SendFormAsync(Address, Address + "/freeze", ("period", "2025-11")).MustAsync(HttpStatusCode.Found);
        var page = await PageAsync(supervisor, Address + "?period=2025-11");
        Assert.Contains((await office.Assessments.FindAsync(AssessmentPeriod.TryRead("2025-11", out var november) ? november : default))!.Hash, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Freeze November 2025", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_for_supervisors_and_leaders_only()
    {
        await office.JanuaryAsync();
        await (await office.ChiefAsync("leads")).AskAsync(Address).MustAsync();
        foreach (var (name, party) in new[] { ("clerk", "food-intake"), ("audits", "auditor"), ("keeps", "administrator"), ("draws", "analyst") })
            foreach (var door in new[] { Address, Address + "/export?period=2026-01" }) await (await office.OfficerAsync(name + "-outside", party)).AskAsync(door).MustAsync(HttpStatusCode.Forbidden);
        await office.Citizen().AskAsync(Address + "/export?period=2026-01").MustAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task is_taken_away_as_a_table_whose_officers_add_up_to_the_bodies()
    {
        await office.JanuaryAsync();
        var answer = await (await office.OfficerAsync("takes-away", "supervisor")).AskAsync(Address + "/export?period=2026-01").MustAsync();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = CsvText.Read(Encoding.UTF8.GetString(bytes[3..]))!.Value;
        Assert.StartsWith("Body,Team,Officer,Score,Grade,Done,Early,", string.Join(',', lines[0].Cells), StringComparison.Ordinal);
        var done = lines.RemoveAt(0).ToLookup(line => line.Cells is [_, "", ..] ? "body" : line.Cells is [_, _, "", ..] ? "team" : "officer", line => int.Parse(line.Cells[5], CultureInfo.InvariantCulture));
        // Two at the window before acceptance and one after the decision, three signatures, one inspection, one decision.
        Assert.Equal((8, 8, 8), (done["body"].Sum(), done["team"].Sum(), done["officer"].Sum()));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void a_name_that_looks_like_a_formula_is_a_text_in_the_table(string name)
    {
        var rule = AssessmentRule.Read(File.ReadAllText(TestKit.Clocks.OfficeCalendar.PathOf("workflows/supervision/assessment.json"))).Rule!;
        var counted = new Tally { Work = ImmutableSortedDictionary<Worker, Performance>.Empty.Add(new(new("team"), new("u")), new() { OnTime = 1 }) };
        var sheet = AssessmentSheet.Of(AssessedOffice.January, rule, counted, _ => name);
        var text = CsvText.Write(AssessmentTable.Of(sheet, new NameBook(office.Services.GetRequiredService<WorkflowCatalog>(), []), new Dictionary<string, string> { ["u"] = name }));
        Assert.Contains("'" + name + ",team,'" + name + ",", text, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient reader, string address) => WebUtility.HtmlDecode(await (await reader.AskAsync(address).MustAsync()).TextAsync());
}
