using System.Net;
using EGov.Web.Tests.Window;

namespace EGov.Web.Tests.Administration;

/// <summary>查阅日志 as auditors and administrators read it.</summary>
public sealed class Reading_who_looked(Office office) : IClassFixture<Office>
{
    private const string Log = "/administration/access";

    [Fact]
    public async Task a_look_is_found_by_officer_case_and_day_and_by_no_other()
    {
        var licence = await LookAsync("looker");
        var auditor = await office.OfficerAsync("access-auditor", "auditor");
        foreach (var question in new[] { "", "?officer=looker", "?case=" + licence.Number, "?day=2026-01-05", $"?officer=looker&case={licence.Number}&day=2026-01-05" })
            Assert.Contains($"href=\"/cases/{licence.Number}\"", await auditor.GetStringAsync(new Uri(Log + question, UriKind.Relative)), StringComparison.Ordinal);
        foreach (var question in new[] { "?officer=nobody", "?case=none", "?day=2026-01-04", "?day=2026-01-06", $"?officer=nobody&case={licence.Number}" })
            Assert.Contains("Nothing of the kind", await auditor.GetStringAsync(new Uri(Log + question, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task it_is_taken_away_as_a_file_and_that_is_written_down()
    {
        var licence = await LookAsync("looker-2");
        var auditor = await office.OfficerAsync("access-exporter", "auditor");
        var answer = await auditor.AskAsync(Log + "/export?officer=looker-2").MustAsync();
        var lines = (await answer.TextAsync()).Split("\r\n");
        Assert.Equal("\ufeffat_utc,officer,case,fields".TrimStart('\ufeff'), lines[0].TrimStart('\ufeff'));
        Assert.StartsWith($"2026-01-05T01:00:00Z,looker-2,{licence.Number},", lines[1], StringComparison.Ordinal);
        Assert.Contains("attachment", answer.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);
        var log = await (await Keeping_officers.AdministratorAsync(office, "admin-exported")).GetStringAsync(new Uri("/administration/log", UriKind.Relative));
        Assert.Contains("Access log exported", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task nobody_else_reads_it()
    {
        await (await office.OfficerAsync("access-not", "fire")).AskAsync(Log).MustAsync(HttpStatusCode.Forbidden);
        await (await office.OfficerAsync("access-lead", "lead")).AskAsync(Log + "/export").MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task phrases_of_the_office_are_kept_by_administrators_and_offered_to_everybody()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-phrases");
        Assert.Equal("/administration/phrases", (await admin.SendFormAsync("/administration/phrases", null, ("lines", "材料齐全。\n同意。"))).Headers.Location?.ToString());
        var officer = await Taking_in.SignedInAsync(office, "phrased", "fire");
        Assert.Contains("材料齐全。", WebUtility.HtmlDecode(await officer.GetStringAsync(new Uri("/desk/phrases", UriKind.Relative))), StringComparison.Ordinal);
        await officer.AskAsync("/administration/phrases").MustAsync(HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SendFormAsync("/administration/phrases", null, ("lines", string.Join('\n', Enumerable.Range(0, 31))))).StatusCode);
        Assert.Contains("Office phrases changed", await admin.GetStringAsync(new Uri("/administration/log", UriKind.Relative)), StringComparison.Ordinal);
    }

    /// <summary>An officer of the fire brigade looks at a case of his without masks.</summary>
    private async Task<FoodLicence> LookAsync(string name)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var officer = await Taking_in.SignedInAsync(office, name, "fire");
        Assert.Equal(HttpStatusCode.OK, (await officer.SendFormAsync("/cases/" + licence.Number, $"/cases/{licence.Number}/reveal")).StatusCode);
        return licence;
    }
}
