namespace EGov.Web.Tests.Portal;

public sealed class The_first_page(Office office) : IClassFixture<Office>
{
    [Theory]
    [InlineData("zh-CN", "食品经营许可", "承诺 10 个工作日")]
    [InlineData("en", "Food business licence", "10 working days promised")]
    public async Task lists_the_items_in_the_readers_language(string language, string item, string promise)
    {
        var page = await office.Citizen(language).GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains(item, page, StringComparison.Ordinal);
        Assert.Contains(promise, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task needs_nothing_from_elsewhere_and_no_script_of_its_own()
    {
        var answer = await office.Citizen().AskAsync("/").MustAsync();
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]* src=\"/)", page);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/egov.css")]
    [InlineData("/lib/tabler/css/tabler.min.css")]
    [InlineData("/lib/htmx/htmx.min.js")]
    [InlineData("/sign-in")]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/items")]
    [InlineData("/api/items/food-business-licence")]
    public async Task leads_to_what_is_there(string address) => await office.Citizen().AskAsync(address).MustAsync();
}
