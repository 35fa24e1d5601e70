using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Desk.Handling;

/// <summary>办理过程: the journal of a case told to officers, who did what and what he wrote, and what the clock did.</summary>
internal sealed class CaseStory(CaseWords words, IReadOnlyDictionary<TextHash, string> texts)
{
    private readonly Dictionary<int, WorkItemOpened> _work = [];
    private readonly Dictionary<int, DateTimeOffset> _opened = [];
    private readonly Dictionary<int, (DateTimeOffset At, TextHash? Opinion)> _done = [];
    private readonly Dictionary<int, PartyId> _parties = [];
    private readonly List<StoryLine> _lines = [];
    private bool _stands;

    /// <summary>The latest first.</summary>
    public ImmutableArray<StoryLine> Lines => [.. Enumerable.Reverse(_lines)];

    /// <summary>Cards (黄牌, 红牌) by clock.</summary>
    public Dictionary<ClockId, RungAct> Cards { get; } = [];

    /// <summary>When work was laid out.</summary>
    public DateTimeOffset? OpenedAt(int workItem) => _opened.TryGetValue(workItem, out var at) ? at : null;

    /// <summary>When work was done.</summary>
    public DateTimeOffset? DoneAt(int workItem) => _done.TryGetValue(workItem, out var done) ? done.At : null;

    /// <summary>The opinion it was done with; null when there was none or it was erased.</summary>
    public string? OpinionOn(int workItem) => _done.TryGetValue(workItem, out var done) ? Text(done.Opinion) : null;

    public static CaseStory Of(CaseWords words, ImmutableArray<FiledOrder> journal, IReadOnlyDictionary<TextHash, string> texts)
    {
        var story = new CaseStory(words, texts);
        foreach (var filed in journal) story.Read(filed);
        return story;
    }

    private void Read(FiledOrder filed)
    {
        var (at, events) = (filed.Entry.At, filed.Entry.Events);
        var stood = _stands;
        foreach (var happened in events) Note(happened, at);
        var signers = events.OfType<WorkItemOpened>().Where(opened => opened is { Kind: WorkKind.Signature, AddedBy: null }).ToList();
        foreach (var (heading, note) in events.Select(Tell).OfType<(string, string)>().Distinct()) _lines.Add(new(at, heading, note, stood));
        if (signers.Count > 1) _lines.Add(new(at, Words.Say("story-sign-off", Figures.Of(signers.Count)), string.Join(Words.Say("flow-and"), signers.Select(signer => words.Party(signer.Party))), stood));
    }

    private void Note(CaseEvent happened, DateTimeOffset at)
    {
        if (happened is WorkItemOpened opened) (_work[opened.WorkItem], _opened[opened.WorkItem], _parties[opened.WorkItem]) = (opened, at, opened.Party);
        else if (happened is WorkItemTransferred given) _parties[given.WorkItem] = given.Party;
        else if (happened is WorkItemCompleted done) _done[done.WorkItem] = (at, done.Opinion);
        else if (happened is WorkItemReopened again) _done.Remove(again.WorkItem);
        else if (happened is ClockChanged { Clock: { Owner: null } clock }) _stands = clock.IsSuspended;
        else if (happened is RungFired { Act: RungAct.YellowCard or RungAct.RedCard } card) Cards[card.Clock] = card.Act;
    }

    private (string Heading, string Note)? Tell(CaseEvent happened) => happened switch
    {
        CaseOpened opened => (Words.Say(opened.ByApplicant ? "story-applied" : "story-taken-in"), opened.ByApplicant ? "" : words.Officer(opened.By)),
        WorkItemOpened { AddedBy: { } by } added => (Words.Say("story-signer-added", words.Party(added.Party)), words.Officer(by)),
        WorkItemCancelled { Reason: CancelReason.SignerRemoved } gone => (Words.Say("story-signer-removed", PartyOf(gone.WorkItem)), ""),
        WorkItemClaimed claimed => (Words.Say("story-claimed", PartyOf(claimed.WorkItem)), words.Officer(claimed.By)),
        WorkItemReleased released => (Words.Say("story-released", PartyOf(released.WorkItem)), Said(released.By, null)),
        WorkItemCompleted done => (Words.Say("story-done", PartyOf(done.WorkItem), words.Names.Outcome(done.Choice)), Said(done.By, done.Opinion)),
        WorkItemTransferred given => (Words.Say("story-transferred", given.To is { } to ? words.Officer(to) : words.Party(given.Party)), Said(given.By, given.Reason)),
        WorkItemDelegated lent => (Words.Say("story-delegated", words.Officer(lent.To)), Said(lent.By, lent.Reason)),
        WorkItemHandedBack back => (Words.Say("story-handed-back", words.Officer(back.To), words.Names.Outcome(back.Choice)), Said(back.By, back.Opinion)),
        WorkItemReopened again => (Words.Say("story-reopened", PartyOf(again.WorkItem)), Said(again.By, again.Reason)),
        WorkItemUrged urged => (Words.Say("story-urged", PartyOf(urged.WorkItem)), urged.By == UserId.System ? "" : words.Officer(urged.By)),
        CaseReturned back => (Words.Say("story-returned", words.Step(back.To)), Said(back.By, back.Reason)),
        WorkTakenBack taken => (Words.Say("story-taken-back", words.Step(taken.Activity)), Said(taken.By, taken.Reason)),
        IncidentResolved resolved => (Words.Say("story-resolved-" + Words.Kebab(resolved.Remedy)), Said(resolved.By, resolved.Reason)),
        ActivityFaulted => (Words.Say("story-faulted"), ""),
        ClockChanged { Clock: { Owner: null } clock } changed => TellClock(changed.Change, clock),
        RungFired fired => TellRung(fired),
        MilestoneReached { Milestone: Milestone.DeemedAccepted } => (Words.Say("story-deemed-accepted"), ""),
        MilestoneReached { Milestone: Milestone.ResultIssued, Result: { } result } => (Words.Say("story-issued", words.Names.Result(result) ?? result), ""),
        DocumentFiled filed => (Words.Say("story-filed", words.Names.Result(filed.Material) ?? words.Names.Material(filed.Material)), filed.By == Portal.Applicants.User ? words.Party(PartyId.Applicant) : words.Officer(filed.By)),
        CaseClosed { Status: CaseStatus.Withdrawn } => (Words.Say("story-withdrawn"), ""),
        CaseClosed => (Words.Say("story-closed"), ""),
        _ => null,
    };

    private static (string, string)? TellClock(ClockChange change, Clock clock) => change switch
    {
        ClockChange.Suspended => (Words.Say("story-suspended", KindOf(clock.Suspensions[^1].Kind)), Words.Say("story-suspended-note")),
        ClockChange.Resumed when !clock.IsSuspended => (Words.Say("story-resumed"), ""),
        ClockChange.Extended => (Words.Say("story-extended", Figures.Of(clock.Extensions[^1].WorkingDays)), clock.Due is { } due ? Words.Say("story-extended-to", Figures.Day(due)) : ""),
        _ => null,
    };

    private (string, string)? TellRung(RungFired fired) => fired.Act switch
    {
        RungAct.Expire => null,
        RungAct.YellowCard or RungAct.RedCard => (Words.Say(fired.Act == RungAct.RedCard ? "story-red-card" : "story-yellow-card", words.Clock(fired.Clock)), fired.To is { } to ? words.Party(to) : ""),
        _ => (Words.Say("story-rung-" + Words.Kebab(fired.Act), words.Clock(fired.Clock)), fired.To is { } to ? words.Party(to) : ""),
    };

    private static string KindOf(string kind) => Words.Find("suspension-" + kind, CultureInfo.CurrentUICulture) ?? Words.Find("studio-option-" + kind, CultureInfo.CurrentUICulture) ?? kind;

    private string PartyOf(int workItem) => _parties.TryGetValue(workItem, out var party) ? words.Party(party) : "";

    private string Said(UserId by, TextHash? text) => Text(text) is { } said
        ? Words.Say("story-said", by == Portal.Applicants.User ? words.Party(PartyId.Applicant) : words.Officer(by), said)
        : by == Portal.Applicants.User || by == UserId.System ? "" : words.Officer(by);

    private string? Text(TextHash? hash) => hash is { } known ? texts.GetValueOrDefault(known) : null;
}
