using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases.Decisions;

/// <summary>What a rung of a clock's ladder does to the case when it is reached (督办), beyond ending the activity.</summary>
internal static class RungActs
{
    /// <summary>The longest number of a case that may be the start of another's.</summary>
    private const int LongestNumber = 50;

    private static readonly ImmutableSortedDictionary<string, Value> Nothing = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    public static Story Do(Story story, Clock clock, Rung rung) => rung.Act switch
    {
        RungAct.TellSupervision => story.Then(TellSupervision(clock)),
        RungAct.StartItem => StartItem(story, clock, rung),
        RungAct.HandOver when rung.To is { } party => Tell(HandOver(story, clock, party), clock, rung, [party]),
        RungAct.HandToDelegate => Tell(PutBack(story, clock), clock, rung, Holders(story, clock)),
        _ => Tell(story, clock, rung, rung.To is { } named ? [named] : Holders(story, clock)),
    };

    private static SupervisionFlagged TellSupervision(Clock clock) => new("clock", clock.Owner ?? 0, clock.Id);

    /// <summary>The number of the new case follows from the event that asks for it, so it is asked for once. Orders that beget orders end: supervision is told instead.</summary>
    private static Story StartItem(Story story, Clock clock, Rung rung)
    {
        var child = string.Create(CultureInfo.InvariantCulture, $"{story.State.Case}-r{story.State.Version + story.Count + 1}");
        var asks = clock.Owner ?? story.State.Live.Where(instance => instance.Parent == 0).Select(instance => instance.Number).FirstOrDefault();
        return child.Length > LongestNumber || rung.Starts is not { Length: > 0 } definition
            ? story.Then(TellSupervision(clock))
            : story.Then(new ChildCaseAsked(asks, new(child), definition, WhatItIsAbout(story, clock), Wait: false));
    }

    /// <summary>What a supervision order must know: <c>body</c> (the first seat the work waits for), <c>clock</c> and <c>due</c> (yyyy-MM-dd). An item that declares none of it is given none.</summary>
    private static ImmutableSortedDictionary<string, Value> WhatItIsAbout(Story story, Clock clock)
    {
        var given = Nothing.Add("clock", Value.Of(clock.Id.Value)).Add("due", Value.Of(clock.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""));
        foreach (var party in Holders(story, clock))
            if (party != PartyId.Applicant) return given.Add("body", Value.Of(story.State.SeatOf(party).Value));
        return given;
    }

    /// <summary>What officers have to do passes to the party for good; a party that signs already is not asked twice.</summary>
    private static Story HandOver(Story story, Clock clock, PartyId party)
    {
        foreach (var item in Work(story, clock))
            if ((item.Party != party || item.Holder is not null) && !(item.Kind == WorkKind.Signature && item.Party != party && story.Signs(item.Instance, party)))
                story = story.Then(new WorkItemTransferred(item.Number, story.Actor.User, party, null, null));
        return story;
    }

    private static Story PutBack(Story story, Clock clock)
    {
        foreach (var item in Work(story, clock))
            if (item.Holder is not null) story = story.Then(new WorkItemReleased(item.Number, story.Actor.User));
        return story;
    }

    private static Story Tell(Story story, Clock clock, Rung rung, ImmutableArray<PartyId> parties)
    {
        foreach (var party in parties) story = story.Then(Escalation.Notice(clock, rung, party));
        return story;
    }

    /// <summary>Open work of officers that the clock is about.</summary>
    private static ImmutableArray<WorkItem> Work(Story story, Clock clock) =>
        [.. story.State.WorkItems.Where(item => item.IsOpen && item.Kind is WorkKind.Task or WorkKind.Signature && (clock.Owner is null || item.Instance == clock.Owner))];

    /// <summary>Every party the work still waits for: in a sign-off, all that have not signed.</summary>
    private static ImmutableArray<PartyId> Holders(Story story, Clock clock) =>
        [.. story.State.WorkItems.Where(item => item.IsOpen && (clock.Owner is null || item.Instance == clock.Owner)).Select(item => item.Party).Distinct()];
}
