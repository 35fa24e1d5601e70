using System.Net;
using System.Net.Http.Json;

namespace EGov.Web.Tests.Security;

public sealed class Demonstration_officers
{
    private static readonly object DemonstrationSignIn = new { userName = "food-intake", password = "Demo-2026!" };

    [Fact]
    public async Task sign_in_for_every_party_in_development()
    {
        await using var office = new InDevelopment();
        await office.Citizen().PostAsJsonAsync("api/sign-in", DemonstrationSignIn).MustAsync(HttpStatusCode.NoContent);
        Assert.Contains("food-decision", await office.Citizen().GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task do_not_exist_in_production()
    {
        await using var office = new InProduction();
        await office.Citizen().PostAsJsonAsync("api/sign-in", DemonstrationSignIn).MustAsync(HttpStatusCode.Unauthorized);
        Assert.DoesNotContain("Demo-2026!", await office.Citizen().GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    private sealed class InDevelopment : Office
    {
        protected override string Environment => "Development";
    }

    private sealed class InProduction : Office
    {
        protected override string Environment => "Production";
    }
}
