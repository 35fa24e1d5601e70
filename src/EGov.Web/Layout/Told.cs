using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using EGov.Web.Http;
using Microsoft.AspNetCore.DataProtection;

namespace EGov.Web.Layout;

/// <summary>What was just done is told once, on the page that follows it (提示).</summary>
/// <remarks>
/// A form that was sent is answered with 303, and <c>done=…</c> in the address it names leaves it here: the next page is given the sentence's key in a sealed
/// cookie, shows it and deletes it. So reloading, going back or passing an address on tells nobody again that something was done.
/// </remarks>
internal static class Told
{
    private const string Cookie = "egov-told";
    private const string Mark = "done=";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public static IApplicationBuilder UseTold(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            SeeOther(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Names what the sentence of this request's answer is about; never a person.</summary>
    public static void Name(HttpContext context, params string[] about) => context.Items[typeof(Told)] = about;

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

    private static void SeeOther(HttpContext context)
    {
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status302Found && HttpMethods.IsPost(context.Request.Method)) response.StatusCode = StatusCodes.Status303SeeOther;
        if (response.StatusCode is not (StatusCodes.Status302Found or StatusCodes.Status303SeeOther) || response.Headers.Location.ToString().Split('?', 2) is not [var path, var query]) return;
        var parts = query.Split('&');
        if (Array.FindLast(parts, part => part.StartsWith(Mark, StringComparison.Ordinal)) is not { } done) return;
        var kept = string.Join('&', parts.Where(part => part.Length > 0 && !part.StartsWith(Mark, StringComparison.Ordinal)));
        response.Headers.Location = kept.Length > 0 ? $"{path}?{kept}" : path;
        string[] told = [done[Mark.Length..], .. context.Items[typeof(Told)] as string[] ?? []];
        response.Cookies.Append(Cookie, Seal(context).Protect(JsonSerializer.Serialize(told), Lifetime), Options(context));
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
