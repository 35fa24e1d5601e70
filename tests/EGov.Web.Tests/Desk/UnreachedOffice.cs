using EGov.Runtime.Outbox;
using EGov.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Desk;

/// <summary>An office whose gateway nobody answers at, and which gives up at once: every message becomes a clerk's task.</summary>
public sealed class UnreachedOffice : Office
{
    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, .. Unreached.Settings];
}

/// <summary>The same for real browsers.</summary>
public sealed class UnreachedInBrowser : BrowserOffice
{
    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, .. Unreached.Settings];
}

/// <summary>What happens in such an office.</summary>
internal static class Unreached
{
    public static IEnumerable<(string Key, string Value)> Settings { get; } =
    [
        ("Sms:Gateway", "Kannel"), ("Sms:Url", "http://127.0.0.1:1/"), ("Sms:MostAttempts", "1"), ("Sms:RoundSeconds", "3600"), ("Sms:QuietFrom", "00:00"), ("Sms:QuietUntil", "00:00"),
    ];

    /// <summary>An application that was accepted, whose applicant could not be told.</summary>
    public static async Task<(FoodLicence Licence, MessageEntry Message)> UntoldAsync(this Office office)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var (outbox, board) = (office.Services.GetRequiredService<OutboxWorker>(), office.Services.GetRequiredService<MessageBoard>());
        // A gateway that does not answer is asked once a round.
        while ((await ApplicantsAsync(board, licence)).State == OutboxState.Pending) await outbox.RunOnceAsync(default);
        return (licence, await ApplicantsAsync(board, licence));
    }

    public static async Task<MessageEntry> AgainAsync(this Office office, MessageEntry message) =>
        (await office.Services.GetRequiredService<MessageBoard>().OfCaseAsync(message.Case)).Single(one => one.EventNumber == message.EventNumber);

    private static async Task<MessageEntry> ApplicantsAsync(MessageBoard board, FoodLicence licence) =>
        (await board.OfCaseAsync(new(licence.Number))).First(message => message.To == EGov.Engine.PartyId.Applicant);
}
