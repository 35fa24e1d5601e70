using EGov.Engine;
using EGov.Runtime.Outbox;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Portal;

/// <summary>Where an applicant wants to be told.</summary>
/// <param name="Phone">His number.</param>
/// <param name="Email">His e-mail address when he chose e-mail; null for short messages.</param>
public sealed record ApplicantContact(string Phone, string? Email);

/// <summary>联系方式: where messages about a case go. The applicant changes it himself; what he applied with stays as it was filed.</summary>
public sealed class ApplicantContacts
{
    private readonly Database _database;
    private readonly MailSettings _mail;
    private readonly TimeProvider _time;

    internal ApplicantContacts(Database database, MailSettings mail, TimeProvider time) => (_database, _mail, _time) = (database, mail, time);

    /// <summary>True when the office sends e-mail.</summary>
    public bool OffersMail => _mail.IsOn;

    /// <summary>Where messages about a case go; null when its personal part was erased.</summary>
    public async Task<ApplicantContact?> FindAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Applications.AsNoTracking().Where(a => a.CaseId == caseId.Value).Select(a => new ApplicantContact(a.Phone, a.Email)).FirstOrDefaultAsync(stop);
    }

    /// <summary>Keeps another number or address; the code of what is wrong, or null. It is written in the log of acts that, never to what, it was changed.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="number">The new number; null keeps the old one.</param>
    /// <param name="address">An e-mail address for e-mail; null for short messages.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<string?> ChangeAsync(CaseId caseId, string? number, string? address, CancellationToken stop = default)
    {
        if (await FindAsync(caseId, stop) is not { } now) return "case-unknown";
        if ((number is null ? now.Phone : PhoneNumber.Dialled(number)) is not { } phone) return "contact-phone-wrong";
        var email = MailAddress.Checked(address);
        if (address is not null && (email is null || !OffersMail)) return "contact-email-wrong";
        await using var context = _database.NewContext();
        await using var together = await context.Database.BeginTransactionAsync(stop);
        if (await context.Applications.Where(a => a.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.Phone, phone).SetProperty(a => a.Email, email), stop) == 0) return "case-unknown";
        context.Add(new AdministrativeActRow { At = _time.GetUtcNow(), By = PartyId.Applicant.Value, Act = "contact-changed", Subject = caseId.Value, Change = email is null ? "sms" : "mail" });
        await context.SaveChangesAsync(stop);
        await together.CommitAsync(stop);
        return null;
    }
}
