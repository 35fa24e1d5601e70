using EGov.Web.Layout;

namespace EGov.Web.Http;

/// <summary>What a browser may do with our answers: nothing but show them.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'; object-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

    private static readonly string[] Private = ["/api", "/track", "/receipt", "/desk", "/cases", "/notices", "/lead", "/window", "/administration", "/account"];

    /// <summary>Elsa Studio compiles WebAssembly, has one script in its page (keys of its editor, known by its hash), writes styles into its page and edits code in workers made on the spot; still nothing comes from elsewhere.</summary>
    private const string StudioPolicy =
        "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc='; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'self'; base-uri 'self'; form-action 'self'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(BrowserPackages.StudioPath, StringComparison.Ordinal) ? StudioPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        // What these answer is about people; no cache on the way may keep it.
        if (Private.Any(place => context.Request.Path.StartsWithSegments(place, StringComparison.Ordinal))) headers.CacheControl = "no-store";
        return next(context);
    });
}
