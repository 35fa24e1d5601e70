using EGov.Web.Http;
using Microsoft.Net.Http.Headers;

namespace EGov.Web.Security;

/// <summary>Refuses changes that another site makes a browser send: a cookie travels by itself, a bearer token does not.</summary>
/// <remarks>A WebSocket counts as a change: browsers open one to any site and hand what it says to the page that asked. Browsers say where a request comes from in <c>Sec-Fetch-Site</c>, older ones in <c>Origin</c>; programs say neither and carry no cookie jar of a victim.</remarks>
internal static class SameOrigin
{
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if ((IsChange(context.Request) || IsWebSocket(context.Request)) && !context.Request.Headers.ContainsKey(HeaderNames.Authorization) && IsForeign(context.Request))
            await Problems.Of(StatusCodes.Status403Forbidden, "other-origin").ExecuteAsync(context);
        else
            await next(context);
    });

    private static bool IsChange(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private static bool IsWebSocket(HttpRequest request) => request.Headers.Upgrade.Contains("websocket", StringComparer.OrdinalIgnoreCase);

    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site]) return site is not ("same-origin" or "none");
        return request.Headers.Origin is [{ Length: > 0 } origin] && origin != $"{request.Scheme}://{request.Host}";
    }
}
