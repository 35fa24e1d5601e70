using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Outbox;

/// <summary>A message with its words, its address and the way it goes.</summary>
/// <param name="To">Where to; null when the address is of a wrong form.</param>
/// <param name="Text">The words.</param>
/// <param name="Gateway">The way.</param>
/// <param name="Traits">What its template says of it.</param>
internal sealed record Parcel(string? To, string Text, IMessageGateway Gateway, MessageTraits Traits);

/// <summary>Finds words, address and way of a message. What has no phone number becomes a notice on a page.</summary>
internal sealed class Postman(Database database, MessageWords words, MessageTemplates templates, IMessageGateway sms, FileSmsGateway notices, SmsSettings settings)
{
    public async Task<Parcel> PackAsync(OutboxRow row, CancellationToken stop)
    {
        await using var context = database.NewContext();
        var definition = await context.Cases.Where(c => c.CaseId == row.CaseId).Select(c => c.DefinitionId).FirstAsync(stop);
        var (phone, language) = await ReaderAsync(context, row, stop);
        var text = words.Write(definition, new CaseId(row.CaseId), row.Template, OutboxBook.ArgumentsOf(row), language ?? settings.Language);
        var to = phone is null ? row.Party : PhoneNumber.Dialled(phone);
        return new(to, text, phone is null ? notices : sms, templates.TraitsOf(definition, row.Template));
    }

    /// <summary>Whether an attempt left that a crash interrupted; null when its gateway, or the lack of one, cannot tell.</summary>
    public async Task<bool?> HasLeftAsync(OutboxRow row, CancellationToken stop) =>
        new[] { sms, notices }.FirstOrDefault(gateway => gateway.Name == row.GatewayId) is { } way ? await way.HasLeftAsync(OutboxBook.KeyOf(row), stop) : null;

    /// <summary>The applicant's number and language, or the number of the party's first officer who has one.</summary>
    private static async Task<(string? Phone, string? Language)> ReaderAsync(EGovDbContext context, OutboxRow row, CancellationToken stop)
    {
        var found = row.Party == PartyId.Applicant.Value
            ? await context.Applications.Where(a => a.CaseId == row.CaseId).Select(a => new { Phone = (string?)a.Phone, a.Language }).FirstOrDefaultAsync(stop)
            : await context.Users.Where(o => o.PhoneNumber != null && ("," + o.Parties + ",").Contains("," + row.Party + ","))
                .OrderBy(o => o.UserName).Select(o => new { Phone = o.PhoneNumber, Language = (string?)null }).FirstOrDefaultAsync(stop);
        return (string.IsNullOrWhiteSpace(found?.Phone) ? null : found.Phone, found?.Language);
    }
}
