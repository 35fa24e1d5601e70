using EGov.Runtime.People;
using EGov.Web.Desk;
using EGov.Web.Documents;
using EGov.Web.Layout;
using EGov.Web.Portal;
using EGov.Web.Security.Account;
using EGov.Web.Security.SignIn;
using EGov.Web.Supervision;
using EGov.Web.Supervision.Assessment;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Net.Http.Headers;

namespace EGov.Web.Security;

/// <summary>Sign-in by cookie for browsers and by bearer token for programs.</summary>
internal static class SecuritySetup
{
    private const string CookieOrBearer = "cookie-or-bearer";

    public static void AddEGovSecurity(this WebApplicationBuilder builder, string dataFolder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("EGov.Workflows").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        services.AddIdentityCore<Officer>(Strict).AddSignInManager();
        services.AddAuthentication(CookieOrBearer)
            .AddPolicyScheme(CookieOrBearer, null, scheme => scheme.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey(HeaderNames.Authorization) ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme)
            .AddBearerToken(IdentityConstants.BearerScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Guard));
        services.Configure<SecurityStampValidatorOptions>(SessionGuard.KeepSession);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Officer, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Administrator, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => HasRoleAsync(context, Roles.Administrator)))
            .AddPolicy(Policies.AccessReader, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => HasRoleAsync(context, Roles.Administrator, Roles.Auditor)))
            .AddPolicy(Policies.AssessmentReader, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => HasRoleAsync(context, Roles.Supervisor, Roles.Lead)))
            .AddPolicy(Policies.Supervisor, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => HasRoleAsync(context, Roles.Supervisor)))
            .AddPolicy(Policies.Leader, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => HasRoleAsync(context, Roles.Lead)))
            .AddPolicy(Policies.Analyst, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => HasRoleAsync(context, Roles.Analyst)));
        services.AddScoped<Doorkeeper>().AddScoped<OwnPassword>().AddScoped<OfficerNames>().AddDesk().AddSupervisionRoom().AddSingleton<CaseDocuments>().AddPortal().AddAssessment();
    }

    /// <summary>Asked anew for every request, as <see cref="CurrentActor"/> is: a role taken away is taken away at once.</summary>
    private static async Task<bool> HasRoleAsync(AuthorizationHandlerContext context, params string[] roles) =>
        context.Resource is HttpContext http && await SignedIn.OfAsync(http) is { } officer && roles.Any(role => officer.Roles.Contains(role));

    private static void Strict(IdentityOptions identity)
    {
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        identity.Password.RequiredLength = 10;
    }

    private static void Guard(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "egov";
        cookie.Cookie.HttpOnly = true;
        // Over HTTPS the cookie never travels without it; a demonstration on plain HTTP still works.
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
        // An API says no; only whoever asked for a page is sent to the sign-in.
        cookie.Events.OnRedirectToLogin = context => SendToSignIn(context.HttpContext);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    private static Task SendToSignIn(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !Troubles.WantsPage(context.Request)) return Answer(context, StatusCodes.Status401Unauthorized);
        context.Response.Redirect($"{SignInPageEndpoint.Path}?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        return Task.CompletedTask;
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
