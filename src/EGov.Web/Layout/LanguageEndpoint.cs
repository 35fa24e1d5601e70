using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace EGov.Web.Layout;

/// <summary>Another language for this browser, then back to the page.</summary>
internal static class LanguageEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("language", Handle).AllowAnonymous().ExcludeFromDescription();

    private static RedirectHttpResult Handle(HttpContext context, string to, string? back)
    {
        if (Http.HttpSetup.Cultures.Any(culture => culture.Name == to))
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true, HttpOnly = true });
        return TypedResults.LocalRedirect(LocalAddress.Or(back, "/"));
    }
}

/// <summary>An address somebody else wrote into a link: followed only when it stays in this house.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path of ours, else the other one.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : otherwise;
}
