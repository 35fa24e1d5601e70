using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Browser;

/// <summary>Every page of the portal is looked at, in both languages, wide and narrow: here, or where the applicant goes through them.</summary>
public sealed class Pages_for_everyone(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    private static readonly string[] Alone =
    [
        "home:/", "catalogue:/items?q=面馆", "guide:/items/food-business-licence", "publication:/publication", "help:/help", "track:/track", "resume:/resume", "verify:/verify", "sign-in:/sign-in", "trouble:/nowhere",
    ];

    /// <summary>Those of <see cref="Portal.An_applicant_without_script"/>.</summary>
    private static readonly string[] ByTheApplicant =
    [
        "/items/{item}/apply", "/items/{item}/apply/{step:int}", "/items/{item}/apply/materials", "/items/{item}/apply/check", "/items/{item}/apply/saved", "/receipt",
        "/track/case", "/track/case/supply", "/track/case/messages", "/track/case/contact", "/track/case/withdraw", "/track/case/rate", "/track/case/letters/{letter}",
    ];

    private static readonly string[] NoPages = ["/publication/export", "/track/case/documents/{content}", "/language", "/sms/report/{key}"];

    public static TheoryData<string, string, int> EveryPublicPage
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var page in Alone)
                foreach (var language in new[] { "zh-CN", "en" })
                    foreach (var width in new[] { 1440, 360 }) data.Add(page, language, width);
            return data;
        }
    }

    [BrowserTheory, MemberData(nameof(EveryPublicPage))]
    public async Task open_without_barriers_and_fetch_nothing_from_elsewhere(string page, string language, int width)
    {
        await using var visit = await Visit.BeginAsync(office, language, width);
        var (name, address) = (page.Split(':')[0], page.Split(':')[1]);
        await visit.Page.GotoAsync(address);
        await visit.ShootAsync(name);

        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Strays);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.Empty(await KeyboardWalk.BarriersAsync(visit.Page));
    }

    [BrowserFact]
    public async Task an_officer_signs_in_comes_back_to_where_he_was_and_signs_out()
    {
        await using var visit = await Visit.BeginAsync(office, script: false);
        await office.CreateAccountAsync("comes-back", 0, "window");
        await visit.Page.GotoAsync("sign-in?back=%2F%3Ffrom%3Dhere");
        await visit.Page.FillAsync("#u", "comes-back");
        await visit.Page.FillAsync("#p", "Only-4-tests!");
        await visit.Page.ClickAsync("button.btn-primary");
        Assert.EndsWith("/?from=here", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public void are_all_among_those_that_are_looked_at()
    {
        var looked = Alone.Select(page => page.Split(':')[1].Split('?')[0]).ToArray();
        var pages = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(door => (door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? false) && door.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(door => door.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not null).Select(door => "/" + door.RoutePattern.RawText!.Trim('/'))
            .Except(ByTheApplicant).Except(NoPages).ToArray();
        Assert.Contains("/verify", pages);
        Assert.All(pages, pattern => Assert.Contains(looked, address => new TemplateMatcher(TemplateParser.Parse(pattern.TrimStart('/')), []).TryMatch(address, [])));
    }
}
