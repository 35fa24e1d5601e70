using EGov.Runtime.Cases;
using EGov.Runtime.Portal;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Follow;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.Contact;

/// <summary>联系方式: the applicant says where messages about his case go from now on.</summary>
internal static class ContactEndpoint
{
    private const string Address = CaseVisit.Address + "/contact";
    private const string ByMail = "mail";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, ShowAsync);
        pages.MapPost(Address, ChangeAsync).RequireRateLimiting(RateLimits.Applying);
    }

    private static async Task<Results<RazorComponentResult<ContactPage>, Onward>> ShowAsync([AsParameters] CaseVisit visit, ApplicantContacts contacts, CancellationToken stop) =>
        await visit.OpenAsync(stop) is { } file ? await PageAsync(visit, file, contacts, new(), null, stop) : CaseVisit.ToDoor;

    private static async Task<Results<RazorComponentResult<ContactPage>, Onward>> ChangeAsync([AsParameters] CaseVisit visit, ApplicantContacts contacts, [FromForm] ContactForm form, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } file) return CaseVisit.ToDoor;
        var (number, email) = (string.IsNullOrWhiteSpace(form.Mobile) ? null : form.Mobile, form.Way == ByMail ? form.Email ?? "" : null);
        return await contacts.ChangeAsync(file.State.Case, number, email, stop) is { } wrong ? await PageAsync(visit, file, contacts, form, wrong, stop) : CaseVisit.Done("contact");
    }

    private static async Task<RazorComponentResult<ContactPage>> PageAsync(CaseVisit visit, CaseFile file, ApplicantContacts contacts, ContactForm form, string? wrong, CancellationToken stop) =>
        new(new { visit.Frame, Number = file.State.Case.Value, Now = await contacts.FindAsync(file.State.Case, stop), contacts.OffersMail, Form = form, Wrong = wrong })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}

/// <summary>What the form sends.</summary>
public sealed record ContactForm
{
    /// <summary><c>sms</c> or <c>mail</c>.</summary>
    public string? Way { get; init; }

    public string? Mobile { get; init; }

    public string? Email { get; init; }
}
