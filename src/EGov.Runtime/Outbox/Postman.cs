using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Outbox;

/// <summary>A message with its words, its address and the way it goes.</summary>
/// <param name="To">Where to; null when the address is of a wrong form.</param>
/// <param name="Text">The words.</param>
/// <param name="Gateway">The way.</param>
/// <param name="Traits">What its template says of it.</param>
internal sealed record Parcel(string? To, string Text, IMessageGateway Gateway, MessageTraits Traits)
{
    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }
}

/// <summary>Finds words, address and way of a message.</summary>
internal sealed class Postman(Database database, MessageWords words, MessageTemplates templates, MessageWays ways, SmsSettings settings)
{
    private const string Subject = "mail-subject";

    public async Task<Parcel> PackAsync(OutboxRow row, CancellationToken stop)
    {
        await using var context = database.NewContext();
        var definition = await context.Cases.Where(c => c.CaseId == row.CaseId).Select(c => c.DefinitionId).FirstAsync(stop);
        var reader = await ReaderAsync(context, row, stop);
        var (number, arguments, language) = (new CaseId(row.CaseId), OutboxBook.ArgumentsOf(row), reader?.Language ?? settings.Language);
        var (way, to) = ways.To(reader?.Phone, reader?.Email, row.Party);
        return new(to, words.Write(definition, number, row.Template, arguments, language), way, templates.TraitsOf(definition, row.Template)) { Subject = words.Write(definition, number, Subject, arguments, language) };
    }

    /// <summary>Whether an attempt left that a crash interrupted; null when its gateway, or the lack of one, cannot tell.</summary>
    public async Task<bool?> HasLeftAsync(OutboxRow row, CancellationToken stop) =>
        ways.Named(row.GatewayId) is { } way ? await way.HasLeftAsync(OutboxBook.KeyOf(row), stop) : null;

    /// <summary>The applicant and his choice, or the party's first officer who has a number; null when there is none.</summary>
    private static async Task<Reader?> ReaderAsync(EGovDbContext context, OutboxRow row, CancellationToken stop) =>
        row.Party == PartyId.Applicant.Value
            ? await context.Applications.Where(a => a.CaseId == row.CaseId).Select(a => new Reader(a.Phone, a.Email, a.Language)).FirstOrDefaultAsync(stop)
            : await context.Users.Where(o => o.PhoneNumber != null && ("," + o.Parties + ",").Contains("," + row.Party + ","))
                .OrderBy(o => o.UserName).Select(o => new Reader(o.PhoneNumber, null, null)).FirstOrDefaultAsync(stop);

    private sealed record Reader(string? Phone, string? Email, string? Language);
}
