namespace EGov.Web.Portal;

/// <summary>How applicants' cookies travel: to this house only, out of reach of scripts, gone with the browser.</summary>
internal static class ApplicantCookies
{
    public static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true, Path = "/" };
}
