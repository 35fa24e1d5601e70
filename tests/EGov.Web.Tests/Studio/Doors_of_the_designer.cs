using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Studio;

namespace EGov.Web.Tests.Studio;

/// <summary>Who may look and who may change.</summary>
public sealed class Doors_of_the_designer(Office office) : IClassFixture<Office>
{
    public static TheoryData<string, string> Changes => new()
    {
        { "POST", "workflow-definitions" }, { "POST", "workflow-definitions/import" }, { "PUT", "workflow-definitions/import" },
        { "POST", "workflow-definitions/site-inspection/publish" }, { "POST", "workflow-definitions/site-inspection/retract" },
        { "POST", "workflow-definitions/site-inspection/revert/1" }, { "DELETE", "workflow-definitions/site-inspection" }, { "DELETE", "workflow-definition-versions/site-inspection-v1" },
        { "POST", "bulk-actions/delete/workflow-definitions/by-definition-id" }, { "POST", "bulk-actions/delete/workflow-definitions/by-id" },
        { "POST", "bulk-actions/publish/workflow-definitions/by-definition-ids" }, { "POST", "bulk-actions/retract/workflow-definitions/by-definition-ids" },
    };

    public static TheoryData<DefinitionRefusalCode> Refusals => [.. Enum.GetValues<DefinitionRefusalCode>()];

    [Theory, MemberData(nameof(Changes))]
    public async Task are_shut_to_those_who_do_not_draw(string method, string address)
    {
        foreach (var (name, party) in new[] { ("wang.fang", "food-intake"), ("auditor", "auditor"), ("lead", "lead"), ("admin", "administrator") })
        {
            var request = new HttpRequestMessage(new HttpMethod(method), "elsa/api/" + address) { Content = Calls.Json("{}") };
            Assert.Equal(HttpStatusCode.Forbidden, (await (await office.OfficerAsync(name, party)).SendAsync(request)).StatusCode);
        }
    }

    [Theory, MemberData(nameof(Refusals))]
    public void say_in_both_languages_why_a_change_is_refused(DefinitionRefusalCode code) =>
        Assert.All(new[] { "zh-CN", "en" }, language => Assert.NotNull(Words.Find(StudioProblems.CodeOf(code), CultureInfo.GetCultureInfo(language))));

    [Fact]
    public async Task are_open_to_every_officer_who_looks()
    {
        var studio = new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake"));
        var shown = await studio.OpenAsync("food-business-licence");
        Assert.DoesNotContain(shown["links"]!.AsArray(), link => (string)link!["rel"]! == "publish");
        Assert.DoesNotContain((await studio.ReadAsync("workflow-definitions?versionOptions="))["links"]!.AsArray(), link => (string)link!["rel"]! == "bulk-publish");
    }

    [Fact]
    public async Task are_shut_to_everybody_else()
    {
        foreach (var address in new[] { "workflow-definitions", "descriptors/activities", "features/installed" })
            await office.Citizen().AskAsync("elsa/api/" + address).MustAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task are_shut_to_another_site_that_borrows_an_analysts_cookie()
    {
        await office.OfficerAsync("li.hua", "analyst");
        var browser = office.Citizen();
        await browser.PostAsJsonAsync("api/sign-in", Office.SignIn("li.hua")).MustAsync(HttpStatusCode.NoContent);
        var request = new HttpRequestMessage(HttpMethod.Post, "elsa/api/workflow-definitions/site-inspection/retract") { Content = Calls.Json("{}") };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal("other-origin", await (await browser.SendAsync(request)).CodeAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.AskAsync("elsa/api/workflow-definitions/by-id/site-inspection-v1")).StatusCode);
    }
}
