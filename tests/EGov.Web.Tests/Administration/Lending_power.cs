using System.Net;

namespace EGov.Web.Tests.Administration;

/// <summary>授权登记簿: what an officer lends and takes back over the API. It is Monday 2026-01-05.</summary>
public sealed class Lending_power(DistrictOffice office) : IClassFixture<DistrictOffice>
{
    [Fact]
    public async Task a_delegate_finds_reads_and_decides_what_is_his_owners_until_it_is_revoked()
    {
        var (owner, delegated, window) = (await office.OfficerAsync("affairs-owner", "affairs@wutong-affairs"), await office.OfficerAsync("affairs-delegate", "tax"), await office.OfficerAsync("ludao", "intake@ludao-community"));
        var (first, second) = (await office.ApplyAsync("ludao-community"), await office.ApplyAsync("ludao-community"));
        foreach (var number in new[] { first, second }) Assert.Equal(HttpStatusCode.OK, (await office.CompleteAsync(window, number, "Accepted")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await delegated.AskAsync("api/cases/" + first)).StatusCode);

        var entry = await owner.ActAsync("api/delegations", Entry("affairs-delegate")).MustAsync().JsonAsync();
        Assert.Contains(first, await DistrictOffice.InboxAsync(delegated));
        Assert.Contains(first, await (await delegated.AskAsync("desk/party")).TextAsync(), StringComparison.Ordinal);
        Assert.Contains("complete", (await delegated.AskAsync("api/cases/" + first).MustAsync().JsonAsync()).GetProperty("allowedActs").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await office.CompleteAsync(delegated, first, "Granted")).StatusCode);

        await owner.ActAsync($"api/delegations/{entry.GetProperty("id").GetString()}/revoke").MustAsync();
        Assert.DoesNotContain(second, await DistrictOffice.InboxAsync(delegated));
        Assert.Equal("party-missing", await (await office.CompleteAsync(delegated, second, "Granted")).CodeAsync());
    }

    [Fact]
    public async Task power_of_others_is_lent_and_taken_back_by_an_administrator_only()
    {
        var (owner, delegated, admin) = (await office.OfficerAsync("lender", "tax"), await office.OfficerAsync("borrower", "finance"), await office.OfficerAsync("admin", "administrator"));
        Assert.Equal("delegation-not-yours", await (await delegated.ActAsync("api/delegations", Entry("borrower", "lender"))).CodeAsync());
        var entry = (await admin.ActAsync("api/delegations", Entry("borrower", "lender")).MustAsync().JsonAsync()).GetProperty("id").GetString();
        Assert.Equal("delegation-not-yours", await (await delegated.ActAsync($"api/delegations/{entry}/revoke")).CodeAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.OfficerAsync("outsider", "commerce")).ActAsync($"api/delegations/{entry}/revoke")).StatusCode);
        await owner.ActAsync($"api/delegations/{entry}/revoke").MustAsync();
        Assert.Equal("delegation-revoked", await (await admin.ActAsync($"api/delegations/{entry}/revoke")).CodeAsync());
    }

    [Fact]
    public async Task everybody_reads_his_own_entries_and_an_administrator_reads_all()
    {
        var (owner, outsider, admin) = (await office.OfficerAsync("reader", "tax"), await office.OfficerAsync("outsider", "commerce"), await office.OfficerAsync("admin", "administrator"));
        await office.OfficerAsync("borrower", "finance");
        var entry = (await owner.ActAsync("api/delegations", Entry("borrower")).MustAsync().JsonAsync()).GetProperty("id").GetString()!;
        async Task<string> ReadAsync(HttpClient client, string query = "") => await (await client.AskAsync("api/delegations" + query)).TextAsync();
        Assert.Contains(entry, await ReadAsync(owner), StringComparison.Ordinal);
        Assert.DoesNotContain(entry, await ReadAsync(outsider), StringComparison.Ordinal);
        Assert.Contains(entry, await ReadAsync(admin, "?all=true"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.AskAsync("api/delegations?all=true")).StatusCode);
    }

    [Fact]
    public async Task a_click_sent_twice_is_entered_once()
    {
        var owner = await office.OfficerAsync("twice", "tax");
        await office.OfficerAsync("borrower", "finance");
        for (var time = 0; time < 2; time++) await owner.ActAsync("api/delegations", Entry("borrower"), "one-click").MustAsync();
        Assert.Equal(1, (await owner.AskAsync("api/delegations").MustAsync().JsonAsync()).GetArrayLength());
    }

    private static object Entry(string to, string? owner = null) => new { @delegate = to, owner, from = "2026-01-05", until = "2026-01-09", reason = "培训" };
}
