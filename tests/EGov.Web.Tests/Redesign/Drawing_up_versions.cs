using System.Net;
using EGov.Runtime.Catalog;
using EGov.Runtime.People;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Redesign;

public sealed class Drawing_up_versions(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task begins_with_a_template_and_ends_with_a_reason()
    {
        var analyst = await office.OfficerAsync("redesigner", Roles.Analyst);
        var begun = await analyst.SendFormAsync("/designer", "/designer/begin", ("item", "labour-arbitration"), ("template", "accept-review-decide-issue"));
        Assert.Equal("/designer/labour-arbitration", begun.Headers.Location!.ToString());
        Assert.Contains("publish", await (await analyst.AskAsync("/designer/labour-arbitration").MustAsync()).TextAsync(), StringComparison.Ordinal);

        var published = await analyst.SendFormAsync("/designer/labour-arbitration/3/publish", null, ("reason", "simpler"));
        Assert.Equal(HttpStatusCode.SeeOther, published.StatusCode);
        Assert.Contains("simpler", await (await analyst.AskAsync("/designer")).TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_a_reason_nothing_is_published()
    {
        var analyst = await office.OfficerAsync("redesigner", Roles.Analyst);
        var begun = await analyst.SendFormAsync("/designer", "/designer/begin", ("item", "enterprise-registration"), ("template", "accept-review-decide-issue"));
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);

        var answer = await analyst.SendFormAsync("/designer/enterprise-registration/3/publish", null, ("reason", " "));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(2, office.Services.GetRequiredService<WorkflowCatalog>().Published("enterprise-registration")!.Version);
    }

    [Fact]
    public async Task is_for_analysts_while_every_officer_may_look()
    {
        var clerk = await office.OfficerAsync("looks-only", "food-intake");
        Assert.DoesNotContain("/designer/begin", await (await clerk.AskAsync("/designer").MustAsync()).TextAsync(), StringComparison.Ordinal);
        await clerk.AskAsync("/designer/food-business-licence/2/file").MustAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.AskAsync("/designer/food-business-licence/2/publish")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Citizen().AskAsync("/designer")).StatusCode);
    }

    [Fact]
    public async Task a_file_leaves_byte_for_byte()
    {
        var clerk = await office.OfficerAsync("looks-only", "food-intake");
        var file = await (await clerk.AskAsync("/designer/food-business-licence/2/file")).Content.ReadAsByteArrayAsync();
        Assert.Equal(await File.ReadAllBytesAsync(TestKit.Clocks.OfficeCalendar.PathOf("workflows/food-business-licence/v2.json")), file);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{\"name\": 7}")]
    public async Task a_file_that_is_no_definition_is_refused(string content)
    {
        var analyst = await office.OfficerAsync("redesigner", Roles.Analyst);
        var token = System.Text.RegularExpressions.Regex.Match(await (await analyst.AskAsync("/designer")).TextAsync(), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(content), "file", "x.json" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await analyst.PostAsync(new Uri("/designer/import", UriKind.Relative), form)).StatusCode);
    }

    [Fact]
    public async Task a_form_from_elsewhere_is_not_taken()
    {
        var analyst = await office.OfficerAsync("redesigner", Roles.Analyst);
        using var form = new FormUrlEncodedContent([new("reason", "sent by another site")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await analyst.PostAsync(new Uri("/designer/food-business-licence/2/retire", UriKind.Relative), form)).StatusCode);
        Assert.Equal(2, office.Services.GetRequiredService<WorkflowCatalog>().Published("food-business-licence")!.Version);
    }
}
