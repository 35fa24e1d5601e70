using System.Text.Json;
using EGov.Engine;
using Microsoft.AspNetCore.DataProtection;

namespace EGov.Web.Portal.Follow;

/// <summary>What an applicant was given when he applied: proof and key of his case.</summary>
/// <param name="Number">The case number.</param>
/// <param name="Password">The query password.</param>
/// <param name="At">When it was received.</param>
internal sealed record HandedIn(string Number, string Password, DateTimeOffset At);

/// <summary>Lets a browser that has shown number and password see that one case, and one that has just applied see its receipt: in sealed cookies, never in an address.</summary>
internal sealed class CaseTicket
{
    private const string CaseCookie = "egov-case";
    private const string ReceiptCookie = "egov-receipt";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector _cases;
    private readonly ITimeLimitedDataProtector _receipts;

    public CaseTicket(IDataProtectionProvider protection) => (_cases, _receipts) =
        (protection.CreateProtector("applicant-case").ToTimeLimitedDataProtector(), protection.CreateProtector("applicant-receipt").ToTimeLimitedDataProtector());

    /// <summary>Lets this browser see a case.</summary>
    public void Admit(HttpContext context, CaseId number) => Set(context, CaseCookie, _cases.Protect(number.Value, Lifetime));

    /// <summary>Lets this browser see its receipt and the case.</summary>
    public void Give(HttpContext context, HandedIn handedIn)
    {
        Admit(context, new CaseId(handedIn.Number));
        Set(context, ReceiptCookie, _receipts.Protect(JsonSerializer.Serialize(handedIn), Lifetime));
    }

    /// <summary>The case this browser may see, or null.</summary>
    public CaseId? CaseOf(HttpContext context) => Open(_cases, context.Request.Cookies[CaseCookie]) is { } number ? new CaseId(number) : null;

    /// <summary>The receipt of this browser, or null.</summary>
    public HandedIn? ReceiptOf(HttpContext context) => Open(_receipts, context.Request.Cookies[ReceiptCookie]) is { } text ? JsonSerializer.Deserialize<HandedIn>(text) : null;

    public bool HasReceipt(HttpContext context) => ReceiptOf(context) is not null;

    /// <summary>This browser forgets case and receipt.</summary>
    public static void Leave(HttpContext context)
    {
        context.Response.Cookies.Delete(CaseCookie, ApplicantCookies.Options(context));
        context.Response.Cookies.Delete(ReceiptCookie, ApplicantCookies.Options(context));
    }

    private static void Set(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, ApplicantCookies.Options(context));

    // A cookie is whatever the browser sends; one that was not sealed here, or too long ago, opens nothing.
    private static string? Open(ITimeLimitedDataProtector seal, string? cookie)
    {
        if (string.IsNullOrEmpty(cookie)) return null;
        try { return seal.Unprotect(cookie); }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }
}
