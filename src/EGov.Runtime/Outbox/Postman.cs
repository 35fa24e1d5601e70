using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Outbox;

/// <summary>Finds the words and the address of a message and hands it to the gateway; what has no phone number becomes a notice on a page.</summary>
internal sealed class Postman(Database database, MessageWords words, ISmsGateway sms, FileSmsGateway notices, SmsSettings settings)
{
    public async Task<SmsAnswer> SendAsync(
        string id, CaseId caseId, string party, string template, IReadOnlyDictionary<string, string> arguments, CancellationToken stop)
    {
        await using var context = database.NewContext();
        var definition = await context.Cases.Where(c => c.CaseId == caseId.Value).Select(c => c.DefinitionId).FirstAsync(stop);
        var text = words.Write(definition, caseId, template, arguments, settings.Language);
        var phone = await PhoneAsync(context, caseId, party, stop);
        return await GatewayFor(phone).SendAsync(new(id, phone ?? party, text), stop);
    }

    public async Task<bool?> HasLeftAsync(string id, string party, CaseId caseId, CancellationToken stop)
    {
        await using var context = database.NewContext();
        return await GatewayFor(await PhoneAsync(context, caseId, party, stop)).HasLeftAsync(id, stop);
    }

    private ISmsGateway GatewayFor(string? phone) => phone is null ? notices : sms;

    /// <summary>The applicant's number, or that of the party's first officer who has one.</summary>
    private static async Task<string?> PhoneAsync(EGovDbContext context, CaseId caseId, string party, CancellationToken stop)
    {
        var phone = party == PartyId.Applicant.Value
            ? await context.Applications.Where(a => a.CaseId == caseId.Value).Select(a => a.Phone).FirstOrDefaultAsync(stop)
            : await context.Users.Where(o => o.PhoneNumber != null && ("," + o.Parties + ",").Contains("," + party + ","))
                .OrderBy(o => o.UserName).Select(o => o.PhoneNumber).FirstOrDefaultAsync(stop);
        return string.IsNullOrWhiteSpace(phone) ? null : phone;
    }
}
