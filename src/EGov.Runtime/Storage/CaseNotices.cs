using System.Globalization;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Effects;
using EGov.Runtime.Notices;

namespace EGov.Runtime.Storage;

/// <summary>What one order makes officers be told, written in its own transaction: the notices the process asks for, and work that is put on somebody's desk.</summary>
/// <remarks>A notice to a party goes to whoever holds the party's work in the case, and to the party while nobody does.</remarks>
internal static class CaseNotices
{
    private const string NoArguments = "{}";

    public static void Write(List<Statement> into, CaseState before, Decision decision, IEnumerable<Notice> asked, UserId by, DateTimeOffset at)
    {
        var after = decision.After;
        foreach (var notice in asked)
            if (notice.To != PartyId.Applicant)
                foreach (var to in WhoeverHolds(after, notice.To))
                    into.Add(Row(after, notice.Event, to, notice.Template, JsonSerializer.Serialize(notice.Arguments, CaseJson.Options), null, at));
        for (var place = 0; place < decision.Events.Length; place++)
            if (Given(after, decision.Events[place]) is var (to, kind) && to != Tray.OfOfficer(by.Value))
                into.Add(Row(after, before.Version + place + 1, to, kind, NoArguments, by, at));
    }

    private static (string To, string Kind)? Given(CaseState after, CaseEvent happened) => happened switch
    {
        WorkItemTransferred { To: { } to } => (Tray.OfOfficer(to.Value), NoticeKinds.Transferred),
        WorkItemTransferred given => (Tray.OfParty(after.SeatOf(given.Party).Value), NoticeKinds.Transferred),
        WorkItemDelegated given => (Tray.OfOfficer(given.To.Value), NoticeKinds.Delegated),
        WorkItemHandedBack given => (Tray.OfOfficer(given.To.Value), NoticeKinds.HandedBack),
        WorkItemOpened { AddedBy: not null } opened => (Tray.OfParty(after.SeatOf(opened.Party).Value), NoticeKinds.SignerAdded),
        _ => null,
    };

    private static IEnumerable<string> WhoeverHolds(CaseState state, PartyId party)
    {
        string[] holders = [.. state.WorkItems.Where(work => work.IsOpen && work.Party == party).Select(work => work.Holder).OfType<UserId>().Select(holder => Tray.OfOfficer(holder.Value)).Distinct()];
        return holders.Length > 0 ? holders : [Tray.OfParty(state.SeatOf(party).Value)];
    }

    private static Statement Row(CaseState state, int number, string to, string kind, string arguments, UserId? by, DateTimeOffset at) => Table<NoticeRow>.Insert(new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{state.Case}:{number}:{TextHash.Commit(to).Value[..12]}"), To = to, CaseId = state.Case.Value, At = at, Kind = kind, Arguments = arguments, By = by?.Value,
    });
}
