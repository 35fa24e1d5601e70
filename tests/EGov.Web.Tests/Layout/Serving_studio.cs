using System.Net;

namespace EGov.Web.Tests.Layout;

public sealed class Serving_studio(Office office) : IClassFixture<Office>
{
    private const string Boot = "/designer/studio/_framework/blazor.webassembly.js";

    [Fact]
    public async Task packed_files_are_sent_as_they_are_to_whoever_reads_them()
    {
        var answer = await AskAsync(Boot, "br");
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task whoever_does_not_read_them_is_given_the_plain_file()
    {
        var answer = await AskAsync(Boot, "identity");
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Contains("Blazor", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_file_named_by_its_hash_is_kept_for_good_and_another_is_asked_for_again()
    {
        var named = Directory.GetFiles(TestKit.Clocks.OfficeCalendar.PathOf("designer/node_modules/@elsa-workflows/elsa-studio-wasm/_framework"), "Elsa.Studio.Core.??????????.wasm").Single();
        Assert.Contains("immutable", (await AskAsync("/designer/studio/_framework/" + Path.GetFileName(named), "br")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var other = await AskAsync(Boot, "br");
        Assert.True(other.Headers.CacheControl!.NoCache);
        Assert.NotNull(other.Headers.ETag);
    }

    [Fact]
    public async Task its_page_may_load_from_this_house_only()
    {
        var policy = Assert.Single((await AskAsync("/designer/studio/index.html", "br")).Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/designer/studio/../../package.json")]
    [InlineData("/designer/studio/%2e%2e/%2e%2e/package.json")]
    public async Task nothing_beside_it_is_served(string address) => Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(address, "br")).StatusCode);

    private async Task<HttpResponseMessage> AskAsync(string address, string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        return await office.Citizen().SendAsync(request);
    }
}
