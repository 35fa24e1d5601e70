using System.Net;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Desk;

/// <summary>An officer of the fire brigade to whom one of urban management has lent his power: both bodies sign the same case.</summary>
public sealed class Own_and_lent_work(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task stand_on_one_page_each_with_its_acts_and_in_whose_power()
    {
        var (both, licence) = await LentAsync("shows");
        var page = await (await both.AskAsync("cases/" + licence.Number).MustAsync()).TextAsync();
        foreach (var party in new[] { "fire", "urban-management" })
            Assert.Contains($"id=\"act-{await licence.WorkItemOfAsync(party)}\"", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("value=\"Approved\"").Length - 1);
        Assert.Single(page.Split("in the power of shows.owner").Skip(1));
    }

    [Fact]
    public async Task are_both_done_there_and_the_journal_says_in_whose_power()
    {
        var (both, licence) = await LentAsync("signs", "food-inspection");
        foreach (var (party, choice) in new[] { ("fire", "Approved"), ("food-inspection", "Passed") })
            Assert.Equal(HttpStatusCode.SeeOther, (await FinishAsync(both, licence, party, choice)).StatusCode);

        var signed = (await office.Services.GetRequiredService<CaseFiles>().HistoryAsync(new(licence.Number))).SelectMany(filed => filed.Entry.Events).OfType<WorkItemCompleted>().Where(done => done.By.Value == "signs.both");
        Assert.Equal([null, new UserId("signs.owner")], signed.Select(done => done.ActingFor));
    }

    [Fact]
    public async Task two_signatures_of_one_sign_off_are_never_one_persons()
    {
        var (both, licence) = await LentAsync("may.not");
        await FinishAsync(both, licence, "fire", "Approved");
        var refused = await FinishAsync(both, licence, "urban-management", "Approved");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("must be done by someone else", await refused.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_asked_before_an_act_says_in_whose_power_it_is_done()
    {
        var (both, licence) = await LentAsync("asks");
        async Task<string> AskAsync(string party) => await (await both.AskAsync($"cases/{licence.Number}/acts/return?work={await licence.WorkItemOfAsync(party)}").MustAsync()).TextAsync();
        Assert.Contains("in the power of asks.owner", await AskAsync("urban-management"), StringComparison.Ordinal);
        Assert.DoesNotContain("in the power of", await AskAsync("fire"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> FinishAsync(HttpClient officer, FoodLicence licence, string party, string choice) =>
        await officer.SendFormAsync($"cases/{licence.Number}", $"cases/{licence.Number}/acts/complete", ("work", $"{await licence.WorkItemOfAsync(party)}"), ("option", choice), ("text", "符合"), ("sure", "true"));

    private async Task<(HttpClient Both, FoodLicence Licence)> LentAsync(string name, string party = "urban-management")
    {
        var (owner, both) = (await office.OfficerAsync(name + ".owner", party), await office.OfficerAsync(name + ".both", "fire"));
        await owner.ActAsync("api/delegations", new { @delegate = name + ".both", from = "2026-01-05", until = "2026-01-09", reason = "培训" }).MustAsync();
        return (both, await FoodLicence.AcceptedAsync(office));
    }
}
