using System.Net;
using EGov.Engine;
using EGov.Runtime.Handling;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Desk;

public sealed class Handling_by_forms(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task shows_numbers_masked_and_in_full_only_after_it_was_written_down()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var page = await (await fire.AskAsync($"cases/{licence.Number}?tab=form").MustAsync()).TextAsync();
        Assert.Contains("138****0000", page, StringComparison.Ordinal);
        Assert.Contains("1101**********002X", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", page, StringComparison.Ordinal);
        Assert.Empty(await LogAsync(licence));

        var full = await (await fire.SendFormAsync($"cases/{licence.Number}?tab=form", $"cases/{licence.Number}/reveal")).TextAsync();

        Assert.Contains("13800000000", full, StringComparison.Ordinal);
        Assert.Contains("11010519491231002X", full, StringComparison.Ordinal);
        var access = Assert.Single(await LogAsync(licence));
        Assert.Equal("zhao.lei", access.Officer.Value);
        Assert.Contains("idNumber", access.Fields);
    }

    [Fact]
    public async Task shows_the_full_form_to_nobody_who_does_not_work_on_the_case()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var auditor = await office.OfficerAsync("auditor", "auditor");
        var page = await (await auditor.AskAsync($"cases/{licence.Number}?tab=form").MustAsync()).TextAsync();
        Assert.DoesNotContain("小满面馆", page, StringComparison.Ordinal);
        Assert.DoesNotContain("王小满", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.SendFormAsync($"cases/{licence.Number}?tab=form", $"cases/{licence.Number}/reveal")).StatusCode);
        Assert.Empty(await LogAsync(licence));
    }

    [Fact]
    public async Task gives_programs_the_form_masked_as_well()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        Assert.Equal("138****0000", (await fire.AskAsync(licence.Case).MustAsync().JsonAsync()).GetProperty("form").GetProperty("mobile").GetString());
    }

    [Fact]
    public async Task keeps_a_draft_until_the_act_and_then_forgets_it()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var address = $"cases/{licence.Number}";
        Assert.Equal(HttpStatusCode.SeeOther, (await fire.SendFormAsync(address, address + "/draft", ("text", "疏散通道符合"))).StatusCode);
        Assert.Contains("疏散通道符合</textarea>", await (await fire.AskAsync(address)).TextAsync(), StringComparison.Ordinal);
        await fire.SendFormAsync(address, address + "/draft", ("text", "疏散通道符合"), ("phrase", "，同意。"));
        Assert.Contains("疏散通道符合，同意。</textarea>", await (await fire.AskAsync(address)).TextAsync(), StringComparison.Ordinal);

        await fire.SendFormAsync(address, address + "/acts/complete", ("work", $"{await licence.WorkItemOfAsync("fire")}"), ("option", "Approved"), ("text", "疏散通道符合，同意。"));

        Assert.Null(await office.Services.GetRequiredService<OpinionDrafts>().FindAsync(new CaseId(licence.Number), new UserId("zhao.lei")));
    }

    [Fact]
    public async Task does_not_lose_the_text_of_a_refused_act()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var address = $"cases/{licence.Number}";
        var work = $"{await licence.WorkItemOfAsync("fire")}";
        await (await office.OfficerAsync("qian.yu", "fire")).ActAsync($"{licence.Case}/work-items/{work}/claim").MustAsync();

        var answer = await fire.SendFormAsync(address, address + "/acts/return", ("work", work), ("option", "Accept1"), ("text", "场所图与现场不符"), ("sure", "true"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("场所图与现场不符</textarea>", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData("return", "Please choose the step"), InlineData("delegate", "Please choose a colleague"), InlineData("transfer", "Please choose a body"), InlineData("extend-clock", "number of days")]
    public async Task asks_for_what_an_act_lacks(string act, string sentence)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var answer = await fire.SendFormAsync($"cases/{licence.Number}", $"cases/{licence.Number}/acts/{act}", ("work", $"{await licence.WorkItemOfAsync("fire")}"), ("text", "x"), ("sure", "true"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(sentence, await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gives_work_to_colleagues_only()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        await office.OfficerAsync("far.away", "arbitrator");
        var answer = await fire.SendFormAsync($"cases/{licence.Number}", $"cases/{licence.Number}/acts/delegate", ("work", $"{await licence.WorkItemOfAsync("fire")}"), ("to", "far.away"), ("sure", "true"));
        Assert.Contains("choose an officer from the list", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task acts_once_however_often_the_button_is_pressed()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var (address, work) = ($"cases/{licence.Number}", $"{await licence.WorkItemOfAsync("fire")}");
        await fire.SendFormAsync(address, address + "/acts/claim", ("work", work), ("click", "one-press"));
        var version = await licence.VersionAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await fire.SendFormAsync(address, address + "/acts/claim", ("work", work), ("click", "one-press"))).StatusCode);
        Assert.Equal(version, await licence.VersionAsync());
    }

    [Fact]
    public async Task shows_a_document_in_the_page_by_what_it_is_and_lets_it_do_nothing()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.FileAsync("wang.fang", "food-intake", "floor-plan", Files.Png);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var content = (await fire.AskAsync(licence.Case + "/documents").MustAsync().JsonAsync())[0].GetProperty("content").GetString();

        var shown = await fire.AskAsync($"cases/{licence.Number}/documents/{content}").MustAsync();

        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.Null(shown.Content.Headers.ContentDisposition);
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox;", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.OfficerAsync("far.away", "arbitrator")).AskAsync($"cases/{licence.Number}/documents/{content}")).StatusCode);
    }

    [Fact]
    public async Task tells_of_the_applicants_other_cases_no_more_than_one_may_know()
    {
        var (licence, other) = (await FoodLicence.AcceptedAsync(office), await FoodLicence.ApplyAsync(office));
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var page = await (await fire.AskAsync($"cases/{licence.Number}?tab=related").MustAsync()).TextAsync();
        Assert.Contains($"href=\"/cases/{other.Number}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/cases/{licence.Number}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task answers_the_applicant()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var address = $"cases/{licence.Number}?tab=letters";
        Assert.Equal(HttpStatusCode.Conflict, (await fire.SendFormAsync(address, $"cases/{licence.Number}/letters", ("text", " "))).StatusCode);
        await fire.SendFormAsync(address, $"cases/{licence.Number}/letters", ("text", "请带身份证原件。"));
        Assert.Contains("请带身份证原件。", await (await fire.AskAsync(address)).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task keeps_an_officers_set_phrases_and_refuses_too_many()
    {
        var officer = await office.OfficerAsync("writes.often", "fire");
        await officer.SendFormAsync("desk/phrases", null, ("lines", "拟准予许可\n\n同意，建议关注\n拟准予许可"));
        Assert.Contains("拟准予许可&#xA;同意，建议关注</textarea>", await (await officer.AskAsync("desk/phrases")).TextAsync(), StringComparison.Ordinal);
        var answer = await officer.SendFormAsync("desk/phrases", null, ("lines", string.Join('\n', Enumerable.Range(1, 31))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("31</textarea>", await answer.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<System.Collections.Immutable.ImmutableArray<Access>> LogAsync(FoodLicence licence) =>
        await office.Services.GetRequiredService<AccessLog>().OfAsync(new CaseId(licence.Number));
}
