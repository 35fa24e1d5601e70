using EGov.TestKit;

namespace EGov.Web.Tests.Http;

public sealed class The_description_of_the_api(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task is_as_reviewed() =>
        Snapshot.Match(await office.Citizen().GetStringAsync(new Uri("openapi/v1.json", UriKind.Relative)), extension: "json");
}
