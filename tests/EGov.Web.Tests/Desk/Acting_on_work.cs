using System.Net;

namespace EGov.Web.Tests.Desk;

public sealed class Acting_on_work(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task twice_with_one_click_gives_the_same_receipt_and_changes_nothing_more()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var address = $"{licence.Case}/work-items/{await licence.WorkItemOfAsync("food-intake")}/claim";

        var first = await (await officer.ActAsync(address, click: "one-click").MustAsync()).Content.ReadAsStringAsync();
        var version = await licence.VersionAsync();
        var second = await (await officer.ActAsync(address, click: "one-click").MustAsync()).Content.ReadAsStringAsync();

        Assert.Equal(first, second);
        Assert.Equal(version, await licence.VersionAsync());
    }

    [Fact]
    public async Task with_the_key_of_another_act_is_refused()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var item = await licence.WorkItemOfAsync("food-intake");
        await officer.ActAsync($"{licence.Case}/work-items/{item}/claim", click: "used").MustAsync();

        var answer = await officer.ActAsync($"{licence.Case}/work-items/{item}/release", click: "used");

        Assert.Equal("idempotency-key-reused", await answer.CodeAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("汉字")]
    [InlineData("with space")]
    public async Task needs_a_key_of_its_own(string? key)
    {
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var request = new HttpRequestMessage(HttpMethod.Post, "api/cases/any/work-items/1/claim");
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);

        var answer = await officer.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("idempotency-key-missing", await answer.CodeAsync());
    }

    [Fact]
    public async Task by_two_officers_at_once_is_granted_to_one()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var address = $"{licence.Case}/work-items/{await licence.WorkItemOfAsync("food-intake")}/claim";
        HttpClient[] both = [await office.OfficerAsync("wang.fang", "food-intake"), await office.OfficerAsync("wu.di", "food-intake")];

        var answers = await Task.WhenAll(both.Select(officer => officer.ActAsync(address)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal("held-by-another", await answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict).CodeAsync());
    }

    [Fact]
    public async Task of_another_party_is_forbidden()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");

        var answer = await fire.ActAsync($"{licence.Case}/work-items/{await licence.WorkItemOfAsync("food-intake")}/complete", new { choice = "Ready" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("party-missing", await answer.CodeAsync());
    }

    [Fact]
    public async Task on_a_case_that_has_moved_is_refused()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var item = await licence.WorkItemOfAsync("food-intake");
        var seen = await licence.VersionAsync();
        await officer.ActAsync($"{licence.Case}/work-items/{item}/claim", version: seen).MustAsync();

        var answer = await officer.ActAsync($"{licence.Case}/work-items/{item}/release", version: seen);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("case-moved", await answer.CodeAsync());
    }

    [Fact]
    public async Task on_no_case_is_not_found()
    {
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var answer = await officer.ActAsync("api/cases/FBL-20260105-999999/work-items/1/claim");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("case-unknown", await answer.CodeAsync());
    }

    [Fact]
    public async Task is_refused_in_the_readers_language()
    {
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var request = new HttpRequestMessage(HttpMethod.Post, "api/cases/FBL-20260105-999999/work-items/1/claim");
        request.Headers.Add("Idempotency-Key", "chinese");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");

        var answer = await officer.SendAsync(request).JsonAsync();

        Assert.Equal("没有这个办件。请核对办件编号。", answer.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task goes_through_transfer_delegation_added_signers_and_return()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var item = await licence.WorkItemOfAsync("fire");
        var work = $"{licence.Case}/work-items/{item}";
        await fire.ActAsync(work + "/claim").MustAsync();
        await fire.ActAsync(work + "/release").MustAsync();
        await fire.ActAsync(work + "/add-signer", new { party = "service-centre", reason = "涉及多部门" }).MustAsync();
        await fire.ActAsync($"{licence.Case}/work-items/{await licence.WorkItemOfAsync("service-centre")}/remove-signer", new { reason = "不需要了" }).MustAsync();
        await fire.ActAsync(work + "/claim").MustAsync();
        await fire.ActAsync(work + "/delegate", new { to = "qian.yu", reason = "出差" }).MustAsync();
        var helper = await office.OfficerAsync("qian.yu", "fire");
        await helper.ActAsync(work + "/complete", new { choice = "Approved" }).MustAsync();
        await fire.ActAsync(work + "/transfer", new { to = "qian.yu", reason = "转给同事" }).MustAsync();
        await helper.ActAsync(work + "/urge").MustAsync();
        await helper.ActAsync(work + "/complete", new { choice = "Approved" }).MustAsync();
        await helper.ActAsync(work + "/take-back", new { reason = "写错了" }).MustAsync();
        await helper.ActAsync(work + "/return", new { to = "Accept1", reason = "材料有误" }).MustAsync();
        Assert.NotEqual(0, await licence.WorkItemOfAsync("food-intake"));
    }

    [Fact]
    public async Task of_the_head_extends_a_clock_once()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var head = await office.OfficerAsync("he.jing", "food-head");
        await head.ActAsync(licence.Case + "/clocks/promised/extend", new { workingDays = 5, reason = "需要专家评审" }).MustAsync();
        var again = await head.ActAsync(licence.Case + "/clocks/promised/extend", new { workingDays = 5, reason = "再延" });
        Assert.Equal("extended-already", await again.CodeAsync());
    }
}
