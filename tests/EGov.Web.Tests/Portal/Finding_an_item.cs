namespace EGov.Web.Tests.Portal;

public sealed class Finding_an_item(Office office) : IClassFixture<Office>
{
    [Theory]
    [InlineData("?q=开一家面馆", "food-business-licence")]
    [InlineData("?q=老板欠薪", "labour-arbitration")]
    [InlineData("?q=noodle shop", "food-business-licence")]
    [InlineData("?q=开公司", "enterprise-registration")]
    [InlineData("?event=work-dispute", "labour-arbitration")]
    [InlineData("?body=11330102MB1D013141", "food-business-licence")]
    public async Task begins_with_what_people_say(string query, string item) => Assert.Contains($"<h2><a href=\"/items/{item}\">", await FoundAsync(query), StringComparison.Ordinal);

    [Theory]
    [InlineData("?q=发射火箭")]
    [InlineData("?q=<script>alert(1)</script>")]
    [InlineData("?event=nothing")]
    public async Task says_so_when_there_is_none(string query)
    {
        var page = await FoundAsync(query);
        Assert.Contains("Nothing found", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    private Task<string> FoundAsync(string query) => office.Citizen().GetStringAsync(new Uri("/items" + query, UriKind.Relative));
}
