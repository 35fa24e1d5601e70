using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Cases.Decisions;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;

namespace EGov.Engine.Tests.Laws;

/// <summary>One random life of a case: orders of every kind, sensible and senseless, then whatever it takes to finish.</summary>
internal sealed class RandomPlay(WorkflowDefinition workflow, Random random)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly ImmutableSortedDictionary<string, Value> Nothing = ImmutableSortedDictionary<string, Value>.Empty;
    private readonly List<JournalEntry> _journal = [];
    private readonly List<WorkItemCompleted> _done = [];
    private DateTimeOffset _now = Start;

    public CaseState State { get; private set; } = CaseState.None;

    public IReadOnlyList<JournalEntry> Journal => _journal;

    /// <summary>How many orders of each kind were accepted.</summary>
    public Dictionary<Type, int> Accepted { get; } = [];

    /// <summary>Plays at most <paramref name="orders"/> random orders and then finishes the case; the broken law, or null.</summary>
    public string? Run(int orders)
    {
        if (Give(new OpenCase(Actor.Applicant(new("applicant-1")), new("LAW-1"), null, Inputs())) is { } atOnce) return atOnce;
        for (var order = 0; order < orders && State.Status == CaseStatus.Open; order++)
            if (Give(AnyOrder()) is { } broken) return broken;
        return Finish() ?? Soundness.BrokenReplay(workflow, _journal, State);
    }

    private string? Give(CaseCommand command)
    {
        var decision = CaseEngine.Decide(workflow, State, command, _now);
        if (Soundness.Broken(State, decision) is { } law) return $"{law} ({command})";
        if (!decision.IsAccepted) return null;
        if (random.Next(16) == 0 && CaseJson.Write(CaseEngine.Decide(workflow, State, command, _now).Events) != CaseJson.Write(decision.Events))
            return $"deciding twice differs ({command})";
        _journal.Add(new(State.Version, _now, command, decision.Events));
        State = decision.After;
        Accepted[command.GetType()] = Accepted.GetValueOrDefault(command.GetType()) + 1;
        _done.AddRange(decision.Events.OfType<WorkItemCompleted>());
        return Soundness.Broken(workflow, State) is { } broken ? $"{broken} (after {command})" : null;
    }

    /// <summary>Finishes with first choices, waking whatever sleeps; a case that does not end is stuck.</summary>
    private string? Finish()
    {
        for (var round = 0; round < 400; round++)
        {
            if (State.Status != CaseStatus.Open) return null;
            var item = State.WorkItems.FirstOrDefault(w => w.IsOpen);
            var before = State.Version;
            var broken = item is null ? Wake() : Give(item.Kind == WorkKind.Incident ? Repair(item) : Finishing(item, round));
            if (broken is not null) return broken;
            if (State.Version == before && item is { Holder: { } holder })
                Give(new ReleaseWorkItem(new Actor(holder, ActorKind.Officer, [], 0, item.HeldFor), item.Number)); // he may not finish it, but he can always put it back
        }

        return "the case is stuck: " + string.Join(", ", State.Live.Select(i => workflow.Nodes[i.Node].Id)) + " " + CaseJson.Write(State);
    }

    private string? Wake()
    {
        _now += TimeSpan.FromDays(30);
        return Give(new WakeUp(Actor.System));
    }

    private CompleteWorkItem Finishing(WorkItem item, int round)
    {
        var holder = item.Holder ?? new UserId($"closer-{item.Number}-{round}");
        var parties = item.Kind == WorkKind.Applicant ? PartyId.Applicant : item.Party;
        return new(new Actor(holder, ActorKind.Officer, [parties], 9, item.HeldFor), item.Number, item.Choices[0], new TextHash(new string('a', 64)), Nothing);
    }

    private static ResolveIncident Repair(WorkItem item) =>
        new(new Actor(new("admin"), ActorKind.Officer, [item.Party]), item.Number, Remedy.Cancel, null, null);

    private ImmutableSortedDictionary<string, Value> Inputs() =>
        Nothing.Add("amount", Value.Of(random.Next(0, 20))).Add("kind", Value.Of(random.Next(2) == 0 ? "simple" : "complex"));

    private CaseCommand AnyOrder()
    {
        if (random.Next(12) == 0) _now += TimeSpan.FromHours(random.Next(1, 400));
        var item = State.WorkItems.Length > 0 && random.Next(20) > 0 ? State.WorkItems[random.Next(State.WorkItems.Length)] : null;
        var number = item?.Number ?? random.Next(1, State.NextWorkItem + 2);
        var actor = AnyActor(item);
        var reason = random.Next(10) == 0 ? (TextHash?)null : new TextHash(new string('b', 64));
        return random.Next(24) switch
        {
            < 8 => new CompleteWorkItem(actor, number, Choice(item), reason, Nothing),
            8 => new ClaimWorkItem(actor, number),
            9 => new ReleaseWorkItem(actor, number),
            10 => new TransferWorkItem(actor, number, random.Next(2) == 0 ? AnyParty() : null, random.Next(2) == 0 ? AnyUser() : null, reason),
            11 => new DelegateWorkItem(actor, number, AnyUser(), reason),
            12 or 13 => new AddSigner(actor, number, AnyParty(), reason),
            14 => RemoveAny(item, actor, reason),
            15 or 16 or 17 => new ReturnCase(actor, number, Target(item), reason),
            18 or 19 => TakeBackAny(actor, number, reason),
            20 => new UrgeWorkItem(actor, number),
            21 => random.Next(40) == 0 ? new WithdrawCase(Actor.Applicant(new("applicant-1")), reason) : new WakeUp(Actor.System),
            22 => new ResolveIncident(actor, number, (Remedy)random.Next(3), "Done", reason),
            _ => new WakeUp(Actor.System),
        };
    }

    /// <summary>Mostly somewhere the case may go back to; sometimes anywhere.</summary>
    private ActivityId Target(WorkItem? item)
    {
        var targets = item is null ? [] : ReturnTargets.All(Story.From(workflow, State, Actor.System, _now), item.Instance).ToList();
        return workflow.Nodes[targets.Count > 0 && random.Next(6) > 0 ? targets[random.Next(targets.Count)].Node : random.Next(workflow.Nodes.Length)].Id;
    }

    private string Choice(WorkItem? item) =>
        item is null || random.Next(30) == 0 ? "Nonsense" : item.Choices[random.Next(5) < 4 ? 0 : random.Next(item.Choices.Length)];

    /// <summary>Mostly someone who may; sometimes anyone.</summary>
    private Actor AnyActor(WorkItem? item)
    {
        if (item is null || random.Next(8) == 0) return new(AnyUser(), ActorKind.Officer, [AnyParty()], random.Next(10));
        return new(item.Holder ?? AnyUser(), ActorKind.Officer, [item.Party], random.Next(10), item.HeldFor ?? (random.Next(6) == 0 ? AnyUser() : null));
    }

    private RemoveSigner RemoveAny(WorkItem? item, Actor actor, TextHash? reason)
    {
        var added = State.WorkItems.FirstOrDefault(w => w is { AddedBy: not null, IsOpen: true }) ?? item;
        return new(added?.AddedBy is { } adder ? actor with { User = adder } : actor, added?.Number ?? 0, reason);
    }

    private TakeBack TakeBackAny(Actor actor, int number, TextHash? reason)
    {
        if (_done.Count == 0) return new(actor, number, reason);
        var done = _done[^random.Next(1, Math.Min(_done.Count, 4) + 1)];
        return new(random.Next(6) == 0 ? actor : actor with { User = done.By }, done.WorkItem, reason);
    }

    private PartyId AnyParty() => new($"p{random.Next(1, 6)}");

    private UserId AnyUser() => new($"u{random.Next(1, 6)}");
}
