using System.Security.Claims;
using EGov.Runtime.Administration;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security;

/// <summary>Holds every cookie and bearer token against the table of sessions: what was ended there opens nothing from the next request on.</summary>
internal static class SessionGuard
{
    /// <summary>The claim that names the session.</summary>
    public const string Claim = "sid";

    public static string? SessionOf(ClaimsPrincipal signedIn) => signedIn.FindFirstValue(Claim);

    /// <summary>Identity writes a cookie anew every half hour; whoever has it stays in his session.</summary>
    public static void KeepSession(SecurityStampValidatorOptions validation) => validation.OnRefreshingPrincipal = refreshing =>
    {
        if (refreshing is { CurrentPrincipal: { } was, NewPrincipal.Identity: ClaimsIdentity renewed } && SessionOf(was) is { } session) renewed.AddClaim(new Claim(Claim, session));
        return Task.CompletedTask;
    };

    public static IApplicationBuilder UseSessionGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User is { Identity: { IsAuthenticated: true, Name: { } name } } user
            && !(SessionOf(user) is { } session && await context.RequestServices.GetRequiredService<Sessions>().UseAsync(session, name, context.RequestAborted)))
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        await next(context);
    });
}
