using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using EGov.Web.Http;
using Microsoft.AspNetCore.DataProtection;

namespace EGov.Web.Layout;

/// <summary>What was just done is told once, on the page that follows it (提示).</summary>
/// <remarks>
/// A form that was sent is answered with 303, and the act leaves the sentence's key here (<see cref="Onward"/>): the next page is given it in a sealed cookie,
/// shows the sentence and deletes the cookie. So reloading, going back or passing an address on tells nobody again that something was done, and an address
/// somebody made up tells nothing.
/// </remarks>
internal static class Told
{
    private const string Cookie = "egov-told";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>Whatever form was sent, its answer leads on with 303, so that no browser sends it again.</summary>
    public static IApplicationBuilder UseSeeOther(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status302Found && HttpMethods.IsPost(context.Request.Method)) context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Leaves a sentence for the next whole page of this browser.</summary>
    /// <param name="context">The request that did something.</param>
    /// <param name="key">The key of the sentence without its leading <c>done-</c>.</param>
    /// <param name="about">What stands in its places; never a person.</param>
    public static void Leave(HttpContext context, string key, string[] about) =>
        context.Response.Cookies.Append(Cookie, Seal(context).Protect(JsonSerializer.Serialize<string[]>([key, .. about]), Lifetime), Options(context));

    /// <summary>What a page that tells something is made livelier with.</summary>
    public static string[] Scripts(PageFrame frame) => frame.Told is null ? [] : ["/js/told.js"];

    /// <summary>The sentence for this page, or null. A part that is fetched into a page that stands open takes nothing away.</summary>
    public static string? Take(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Headers.ContainsKey("HX-Request")) return null;
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } cookie || Open(context, cookie) is not [var key, .. var about]) return null;
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK) context.Response.Cookies.Delete(Cookie, Options(context));
            return Task.CompletedTask;
        });
        return Words.Find("done-" + key, CultureInfo.CurrentUICulture) is { } sentence ? Words.Fill(sentence, about) : null;
    }

    private static ITimeLimitedDataProtector Seal(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("told").ToTimeLimitedDataProtector();

    // A cookie is whatever the browser sends; one that was not sealed here, or too long ago, tells nothing.
    private static string[]? Open(HttpContext context, string cookie)
    {
        try { return JsonSerializer.Deserialize<string[]>(Seal(context).Unprotect(cookie)); }
        catch (CryptographicException) { return null; }
    }

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true, Path = "/" };
}
