using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Keys;

/// <summary>我的设置: which keys of the desk are off.</summary>
internal static class SettingsEndpoint
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("settings", Show);
        desk.MapPost("settings", Save);
    }

    private static RazorComponentResult<SettingsPage> Show(PageFrame frame, HttpRequest request) => new(new { Frame = frame, Off = KeyRing.OffIn(request).ToArray() });

    private static Onward Save(HttpResponse response, [FromForm] KeysForm? form)
    {
        var off = KeyRing.All.Select(key => key.Code).Except(form?.On ?? []);
        // The script reads it; it tells nothing but keys.
        response.Cookies.Append(KeyRing.Cookie, string.Join(',', off), new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" });
        return Onward.To("/desk/settings", "settings-saved");
    }
}

/// <summary>What the form sends: the keys that are on.</summary>
internal sealed record KeysForm
{
    public string[]? On { get; init; }
}
