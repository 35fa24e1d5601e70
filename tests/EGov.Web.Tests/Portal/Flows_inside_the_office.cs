using System.Net;

namespace EGov.Web.Tests.Portal;

/// <summary>What the office does for itself, such as a supervision order: nobody applies for it and nobody outside hears of it.</summary>
public sealed class Flows_inside_the_office(Office office) : IClassFixture<Office>
{
    private const string Order = "supervision-order";

    [Theory]
    [InlineData("/")]
    [InlineData("/items")]
    [InlineData("/items?q=督办单")]
    [InlineData("/api/items")]
    [InlineData("/publication")]
    public async Task are_not_named_in_public(string page) => Assert.DoesNotContain(Order, await office.Citizen().GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/items/supervision-order")]
    [InlineData("/items/supervision-order/apply")]
    [InlineData("/api/items/supervision-order")]
    public async Task have_no_page_and_no_facts(string page) => Assert.Equal(HttpStatusCode.NotFound, (await office.Citizen().AskAsync(page)).StatusCode);

    [Fact]
    public async Task cannot_be_applied_for_by_an_officer_either()
    {
        var clerk = await office.OfficerAsync("asks", "service-centre");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/items/{Order}/applications") { Content = Calls.Json("""{"form":{}}""") };
        request.Headers.Add("Idempotency-Key", "own-order");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.SendAsync(request)).StatusCode);
        Assert.DoesNotContain(Order, await (await clerk.AskAsync("/window").MustAsync()).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
