using System.Text.Json;
using EGov.Web.Portal;
using EGov.Web.Portal.Follow;
using Microsoft.AspNetCore.DataProtection;

namespace EGov.Web.Window;

/// <summary>What was handed over at this window last, for its receipt: the query password is stored nowhere else and can be printed while the person waits.</summary>
internal sealed class WindowTicket(IDataProtectionProvider protection)
{
    private const string Cookie = "egov-intake-receipt";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("intake-receipt").ToTimeLimitedDataProtector();

    public void Give(HttpContext context, HandedIn handedIn) =>
        context.Response.Cookies.Append(Cookie, _seal.Protect(context.User.Identity?.Name + "\n" + JsonSerializer.Serialize(handedIn), Lifetime), ApplicantCookies.Options(context));

    /// <summary>The receipt of this browser, when it was this officer who took the application in; or null.</summary>
    public HandedIn? Of(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } cookie) return null;
        try
        {
            return _seal.Unprotect(cookie).Split('\n', 2) is [var officer, var text] && officer == context.User.Identity?.Name ? JsonSerializer.Deserialize<HandedIn>(text) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
