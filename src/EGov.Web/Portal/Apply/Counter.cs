using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Runtime;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Runtime.Outbox;
using EGov.Web.Http;

namespace EGov.Web.Portal.Apply;

/// <summary>Takes applications in: finds a number, makes the query password and hands the order to the desk.</summary>
/// <remarks>
/// Number and password follow from the click and the office's secret, so a repeated click meets its own first receipt and is told the same
/// password, while the same key with another form is recognised as another request.
/// </remarks>
internal sealed class Counter(CaseDesk desk, WorkflowCatalog catalog, SeatFinder seats, OfficeSecret secret, TimeProvider time)
{
    /// <summary>Six digits a day and item seldom meet, but they do; so many numbers are tried.</summary>
    private const int Attempts = 8;

    private const int NumberDigits = 6;
    private const int PasswordDigits = 8;

    /// <summary>Today in office time.</summary>
    public DateOnly Today => catalog.Calendar.DayOf(time.GetUtcNow());

    /// <summary>Opens a case.</summary>
    /// <param name="click">The order's id, before any number was tried.</param>
    /// <param name="item">The item applied for.</param>
    /// <param name="body">The application, already checked.</param>
    /// <param name="officer">Who takes it in at a window; null when it came online.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<(CaseReceipt Receipt, string Password)> TakeInAsync(CommandId click, Item item, ApplyRequest body, Actor? officer, CancellationToken stop)
    {
        var (today, place) = (Today, body.Place ?? (officer is null ? null : SeatFinder.PlaceOf(officer)));
        if (await seats.AtAsync(item.Id.Value, place, stop) is not { } seating) return (new(click, default, 0, Refusal.Of(RejectionCode.PlaceUnknown), time.GetUtcNow(), IsRepeat: false), "");
        var filing = new Filing(item, body, officer, seating);
        var answer = await TakeInAsync(click, filing, today, stop);
        // A click repeated after midnight belongs to the number of the day before.
        return answer.Receipt.IsOfAnotherOrder() ? await TakeInAsync(click, filing, today.AddDays(-1), stop) : answer;
    }

    /// <summary>May this officer take the item in: he belongs to a party of it, or to the unit that takes it in there.</summary>
    public async Task<bool> MayTakeInAsync(Item item, string? place, Actor officer, CancellationToken stop) =>
        officer.Parties.Any(PartiesOf(item).Contains)
        || (await seats.AtAsync(item.Id.Value, place ?? SeatFinder.PlaceOf(officer), stop))?.Seats?.Values.Any(officer.Is) == true;

    private async Task<(CaseReceipt Receipt, string Password)> TakeInAsync(CommandId click, Filing filing, DateOnly today, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var id = attempt == 1 ? click : new CommandId(string.Create(CultureInfo.InvariantCulture, $"{click}#{attempt}"));
            var form = filing.Body.Form.GetRawText() + MailAddress.Checked(filing.Body.Email);
            var number = string.Create(CultureInfo.InvariantCulture, $"{CodeOf(filing.Item.Id)}-{today:yyyyMMdd}-{secret.Digits(NumberDigits, "number", id.Value, form)}");
            var password = secret.Digits(PasswordDigits, "password", id.Value, form);
            var receipt = await desk.HandInAsync(EnvelopeOf(id, new CaseId(number), filing, secret.HashOf(number, password)), stop);
            if (receipt.Refusal?.Code != RejectionCode.CaseExists || attempt == Attempts) return (receipt, password);
        }
    }

    private CommandEnvelope EnvelopeOf(CommandId id, CaseId number, Filing filing, string passwordHash)
    {
        var (item, body, officer, seating) = filing;
        var channel = officer is null ? "online" : "window";
        var place = seating.Place ?? officer?.Parties.Cast<PartyId?>().FirstOrDefault(party => PartiesOf(item).Contains(party!.Value));
        var order = new OpenCase(officer ?? Actor.Applicant(Applicants.User), number, place, ApplicationCheck.InputsOf(item, body, channel)) { Seats = seating.Seats };
        return new CommandEnvelope(id, number, order)
        {
            DefinitionId = item.Id.Value,
            Application = new(
                body.Form.GetRawText(), Field(body, "applicantName"), Field(body, "idType"), Field(body, "idNumber"), Field(body, "mobile"), channel, passwordHash)
            { Language = CultureInfo.CurrentUICulture.Name, Email = MailAddress.Checked(body.Email) },
        };
    }

    /// <summary>The parties of the item's published process.</summary>
    public IReadOnlyCollection<PartyId> PartiesOf(Item item) => catalog.Published(item.Id.Value)?.Facts.Parties ?? ItemFacts.None.Parties;

    /// <summary>The letters a case number begins with: <c>food-business-licence</c> is FBL.</summary>
    private static string CodeOf(ItemId item) => string.Concat(item.Value.Split('-', StringSplitOptions.RemoveEmptyEntries).Take(6).Select(word => char.ToUpperInvariant(word[0])));

    private static string Field(ApplyRequest body, string name) => body.Form.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    /// <summary>What is handed in, by whom, and who therefore handles it.</summary>
    private sealed record Filing(Item Item, ApplyRequest Body, Actor? Officer, Seating Seating);
}
