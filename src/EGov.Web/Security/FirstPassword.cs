using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security.Account;
using Microsoft.AspNetCore.Authorization;

namespace EGov.Web.Security;

/// <summary>首次登录改密: whoever still has the password somebody gave him comes as far as its change and to what is open to everybody; pages send him there, the API says 403.</summary>
internal static class FirstPassword
{
    /// <summary>What is done to be let in: the page of one's own password, and sending it.</summary>
    private static readonly string[] Open = [AccountEndpoint.Address, AccountEndpoint.PasswordAddress];

    public static IApplicationBuilder UseFirstPassword(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!await IsAwaitedAsync(context)) await next(context);
        else if (HttpMethods.IsGet(context.Request.Method) && Troubles.WantsPage(context.Request)) context.Response.Redirect(AccountEndpoint.Address);
        else await Problems.Of(StatusCodes.Status403Forbidden, "password-change-needed").ExecuteAsync(context);
    });

    private static async Task<bool> IsAwaitedAsync(HttpContext context) =>
        context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && !Open.Contains(context.Request.Path.Value)
        && await SignedIn.OfAsync(context) is { Officer.MustChangePassword: true };
}
