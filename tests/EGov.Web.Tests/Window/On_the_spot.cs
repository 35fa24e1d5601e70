using System.Text.RegularExpressions;

namespace EGov.Web.Tests.Window;

/// <summary>即办件 (M040): taken in, accepted, decided and handed out in one sitting, by an officer who also holds the deciding post.</summary>
public sealed class On_the_spot(DistrictOffice office) : IClassFixture<DistrictOffice>
{
    [Fact]
    public async Task an_elderly_card_is_taken_in_at_a_community_and_decided_while_the_person_waits()
    {
        const string form = "/window/items/elderly-card";
        var officer = await Taking_in.SignedInAsync(office, "sits-there", "intake@hexin-community", "affairs@yunxi-affairs");
        Assert.Contains(form, await officer.GetStringAsync(new Uri("/window", UriKind.Relative)), StringComparison.Ordinal);
        await officer.SendFormAsync("/window", form);
        await officer.SendFormAsync(form + "/1", null, ("applicantName", "王小满"), ("idType", "resident-id"), ("idNumber", "11010519491231002X"), ("mobile", "13800000000"), ("birthDate", "1949-12-31"));
        await officer.SendFormAsync(form + "/2", null, ("livesAt", "竹园路 1 号"));
        await officer.SendFormAsync(form + "/identity", null, ("presence", "agent"), ("seen", "yes"));
        await officer.SendFormAsync(form + "/materials", null, ("state-photo", "deferred"), ("next", "1"));
        await officer.SendFormAsync(form + "/check", null);
        var number = Regex.Match(await officer.GetStringAsync(new Uri("/window/receipt", UriKind.Relative)), "id=\"case-number\">([A-Z0-9-]+)<").Groups[1].Value;

        var page = "/window/cases/" + number;
        foreach (var choice in new[] { "Accepted", "Granted", "Done" })
            Assert.Equal(page, (await officer.SendFormAsync(page, null, ("choice", choice))).Headers.Location?.ToString());
        var shown = await (await office.OfficerAsync("auditor", "auditor")).AskAsync("api/cases/" + number).MustAsync().JsonAsync();
        Assert.Equal("closed", shown.GetProperty("status").GetString());
    }
}
