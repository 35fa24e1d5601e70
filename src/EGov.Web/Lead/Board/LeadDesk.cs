using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Inbox;
using EGov.Runtime.Lead;
using EGov.Web.Desk.Inbox;
using EGov.Web.Http;
using EGov.Web.Portal.Track;
using EGov.Web.Security;

namespace EGov.Web.Lead.Board;

/// <summary>A line of the table of who holds how much.</summary>
/// <param name="Work">The figures.</param>
/// <param name="Party">The party's name.</param>
/// <param name="Holder">The officer's name, or that nobody has taken it.</param>
public sealed record HeldLine(HeldWork Work, string Party, string Holder);

/// <summary>What a leader sees.</summary>
/// <param name="Waiting">What waits for him.</param>
/// <param name="Held">Who holds how much, in the order asked for.</param>
/// <param name="Given">What he has asked of officers.</param>
/// <param name="Names">What people are called.</param>
/// <param name="Today">Today, in words.</param>
/// <param name="At">As of when.</param>
public sealed record LeadView(
    ImmutableArray<InboxRowView> Waiting, ImmutableArray<HeldLine> Held, ImmutableArray<Assignment> Given, IReadOnlyDictionary<UserId, string> Names, string Today, DateTimeOffset At);

/// <summary>Lays the leader's board out. His units are the parties of his posts; a leader without posts has the whole district.</summary>
internal sealed class LeadDesk(InboxDesk inbox, Workload workload, Assignments assignments, WorkflowCatalog catalog, OfficerNames officers, TimeProvider time)
{
    private const int MostWaiting = 10;
    private const int MostHeld = 50;

    public async Task<LeadView> LayOutAsync(Actor leader, string? sort, CancellationToken stop)
    {
        var (now, parties) = (time.GetUtcNow(), PartiesOf(leader));
        var today = catalog.Calendar.DayOf(now);
        var held = await workload.OfAsync(parties, today, stop);
        var given = await assignments.GivenByAsync(leader.User, stop);
        UserId[] people = [.. held.Select(work => work.Holder).OfType<UserId>(), .. given.Select(one => one.To)];
        var names = people.Length == 0 ? [] : officers.Of(people);
        var lines = held.Select(work => new HeldLine(work, NameOf(work.Party), work.Holder is { } holder ? names[holder] : Words.Say("peek-unclaimed")));
        var waiting = await inbox.LinesAsync(new(InboxTray.Party, leader.User, leader.Parties) { WithOwn = true }, MostWaiting, stop);
        return new(waiting, [.. Sorted(lines, sort)], given, names, InboxWords.Today(today, catalog.Calendar), now);
    }

    /// <summary>What somebody holds for one of the leader's parties, what is due first first; null when the party is none of his.</summary>
    public async Task<ImmutableArray<InboxRowView>?> HeldAsync(Actor leader, PartyId party, UserId? holder, CancellationToken stop) =>
        PartiesOf(leader).Contains(party) ? await inbox.LinesAsync(new(InboxTray.Party, leader.User, [party]) { Holder = holder }, MostHeld, stop) : null;

    /// <summary>What a party is called.</summary>
    public string NameOf(PartyId party) =>
        catalog.Items.Select(item => new ItemNames(item).Party(party)).FirstOrDefault(name => name != party.Value) ?? party.Value;

    private ImmutableArray<PartyId> PartiesOf(Actor leader) => !leader.Parties.IsEmpty ? leader.Parties
        : [.. catalog.Items.Select(item => catalog.Published(item.Id.Value)).OfType<Engine.Definitions.WorkflowDefinition>().SelectMany(workflow => workflow.Facts.Parties).Where(party => party != PartyId.Applicant).Distinct()];

    private static IEnumerable<HeldLine> Sorted(IEnumerable<HeldLine> lines, string? sort) => sort switch
    {
        "open" => lines.OrderByDescending(line => line.Work.Open),
        "party" => lines.OrderBy(line => line.Party, StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.None)),
        "holder" => lines.OrderBy(line => line.Holder, StringComparer.Create(CultureInfo.CurrentCulture, CompareOptions.None)),
        "due" => lines.OrderBy(line => line.Work.NextDue ?? DateOnly.MaxValue),
        _ => lines.OrderByDescending(line => line.Work.Overdue).ThenByDescending(line => line.Work.Open),
    };
}
