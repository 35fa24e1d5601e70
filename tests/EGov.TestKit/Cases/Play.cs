using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;
using EGov.Engine.Replay;

namespace EGov.TestKit.Cases;

/// <summary>One case played order by order. Fixed ids, fixed clock (Monday 2026-01-05, 09:00 UTC) unless a test says otherwise.</summary>
/// <remarks><c>Given…</c> is history and must be accepted; <c>When…</c> is what the test is about and may be refused.</remarks>
public sealed record Play(WorkflowDefinition Workflow, CaseState State, DateTimeOffset Now, ImmutableList<JournalEntry> Journal, Decision? Last)
{
    private static readonly ImmutableSortedDictionary<string, Value> Nothing = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    /// <summary>A reason or opinion, as the journal knows it.</summary>
    public static TextHash Reason { get; } = TextHash.Commit("because");

    /// <summary>The first refusal code of the last order, or null.</summary>
    public RejectionCode? Refused => Last?.Refusal?.Code;

    /// <summary>All events so far.</summary>
    public IEnumerable<CaseEvent> Events => Journal.SelectMany(entry => entry.Events);

    /// <summary>Templates of all notices so far, in order.</summary>
    public IEnumerable<string> Notices => Events.OfType<NoticeAsked>().Select(notice => notice.Template);

    /// <summary>Ids of activities with open work, in order; the party after a slash.</summary>
    public IEnumerable<string> OpenWork => State.WorkItems.Where(item => item.IsOpen).Select(item => $"{Box(item.Instance).Id}/{item.Party}");

    /// <summary>When the case must be woken next.</summary>
    public DateTimeOffset? NextWakeUp => WakeUps.Next(Workflow, State);

    /// <summary>A case that has just been handed in by the applicant.</summary>
    public static Play Open(WorkflowDefinition workflow, params (string Name, Value Value)[] inputs) =>
        new Play(workflow, CaseState.None, new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), [], null)
            .Given(new OpenCase(Applicant, new("CASE-1"), null, Nothing.AddRange(inputs.Select(i => KeyValuePair.Create(i.Name, i.Value)))));

    /// <summary>The applicant.</summary>
    public static Actor Applicant => Actor.Applicant(new("applicant-1"));

    /// <summary>An officer written as <c>name@party,party#grade</c>.</summary>
    public static Actor Officer(string written)
    {
        var (name, rest) = written.Split('@', 2) is [var n, var r] ? (n, r) : (written, "");
        var parts = rest.Split('#');
        var parties = parts[0].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => new PartyId(p));
        return new(new(name), ActorKind.Officer, [.. parties], parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0);
    }

    /// <summary>Any order; the play goes on unchanged when it is refused.</summary>
    public Play When(CaseCommand command)
    {
        var decision = CaseEngine.Decide(Workflow, State, command, Now);
        return this with
        {
            State = decision.After,
            Last = decision,
            Journal = decision.IsAccepted ? Journal.Add(new(State.Version, Now, command, decision.Events)) : Journal,
        };
    }

    /// <summary>An order that must be accepted.</summary>
    public Play Given(CaseCommand command) =>
        When(command) is { Refused: null } played ? played : throw new InvalidOperationException($"{command} was refused: {When(command).Last!.Refusal}");

    /// <summary>Work of an activity, open before done.</summary>
    public WorkItem Work(string activity, string? party = null) => State.WorkItems
        .Where(item => Box(item.Instance).Id.Value == activity && (party is null || item.Party.Value == party))
        .OrderByDescending(item => item.IsOpen).First();

    /// <summary>History: an officer of the party that holds the work completes it.</summary>
    public Play GivenDone(string activity, string choice, string? party = null, string? by = null) => Given(Done(activity, choice, party, by));

    /// <summary>What the test is about: an officer completes work.</summary>
    public Play WhenDone(string activity, string choice, string? party = null, string? by = null) => When(Done(activity, choice, party, by));

    /// <summary>The same play at another moment of the office's day (UTC+8).</summary>
    public Play At(string moment) => this with { Now = DateTimeOffset.Parse(moment + "+08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime() };

    /// <summary>The sweep wakes the case.</summary>
    public Play WhenWoken() => When(new WakeUp(Actor.System));

    /// <summary>The due date of a clock as text, or why there is none.</summary>
    public string Due(string clock) => State.FindClock(new(clock)) switch
    {
        null => "none",
        { StoppedOn: not null } => "stopped",
        { IsSuspended: true } => "suspended",
        var running => running.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "none",
    };

    private CompleteWorkItem Done(string activity, string choice, string? party, string? by)
    {
        var item = Work(activity, party);
        var officer = by is null ? Officer($"officer-of-{item.Party}@{item.Party}#9") : Officer(by);
        return new(item.Kind == WorkKind.Applicant ? Applicant : officer, item.Number, choice, Reason, Nothing);
    }

    private ActivityNode Box(int instance) => Workflow.Nodes[State.Find(instance)!.Node];
}
