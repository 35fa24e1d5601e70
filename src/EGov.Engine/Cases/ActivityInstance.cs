using System.Collections.Immutable;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>What an activity may wait for besides work.</summary>
public enum WaitKind
{
    /// <summary>A moment.</summary>
    Timer,

    /// <summary>A named event.</summary>
    Event,

    /// <summary>An outside task.</summary>
    Task,

    /// <summary>A child case.</summary>
    ChildCase,
}

/// <summary>What a live activity waits for.</summary>
/// <param name="Kind">Moment, event, task or child case.</param>
/// <param name="Key">Name of the event or task, or the child's number.</param>
/// <param name="Until">The moment, for a timer.</param>
public sealed record Wait(WaitKind Kind, string Key, DateTimeOffset? Until);

/// <summary>One run of one box in one case: running, or faulted and waiting for an officer.</summary>
/// <param name="Number">Its number within the case.</param>
/// <param name="Parent">The containing instance; 0 for the root.</param>
/// <param name="Node">Place in the definition.</param>
/// <param name="Locals">Variables of this run and of containers that declare some.</param>
public sealed record ActivityInstance(int Number, int Parent, int Node, ImmutableSortedDictionary<string, Value>? Locals)
{
    /// <summary>True when it could not go on.</summary>
    public bool IsFaulted { get; init; }

    /// <summary>What it waits for, or null.</summary>
    public Wait? Wait { get; init; }

    /// <summary>Its own progress, or null.</summary>
    public Value? Memory { get; init; }

    /// <summary>Which paths of a flowchart were visited.</summary>
    public FlowMarking Marking { get; init; }
}

/// <summary>What has been visited in one run of a flowchart.</summary>
/// <param name="Followed">Paths taken in this round.</param>
/// <param name="NotFollowed">Paths that will not be taken in this round.</param>
/// <param name="Reached">Nodes that were entered or skipped in this round.</param>
public readonly record struct FlowMarking(NumberSet Followed, NumberSet NotFollowed, NumberSet Reached)
{
    /// <summary>True when the path was visited, followed or not.</summary>
    public bool Visited(int path) => Followed.Contains(path) || NotFollowed.Contains(path);
}

/// <summary>The last completed run of a node: what returning, taking back, four eyes and kept signatures need.</summary>
/// <param name="Instance">Its number.</param>
/// <param name="Parent">The instance that contained it.</param>
/// <param name="Outcomes">What it ended with.</param>
/// <param name="Signatures">Who chose what.</param>
/// <param name="IsUndone">True when the case went back behind it since.</param>
public sealed record CompletedRun(int Instance, int Parent, ImmutableArray<string> Outcomes, ImmutableArray<Signature> Signatures, bool IsUndone);

/// <summary>One officer's completed work in an activity.</summary>
public sealed record Signature(int WorkItem, PartyId Party, UserId By, string Choice)
{
    /// <summary>The officer in whose delegated power it was given, or null.</summary>
    public UserId? For { get; init; }

    /// <summary>True when this act is the actor's own or his owner's: what a delegate does is his owner's act too, whichever way round (M038, M039).</summary>
    internal bool IsActOf(Actor actor) => IsActOf(actor.User) || (actor.ActingFor is { } owner && IsActOf(owner));

    /// <summary>True when the actor may undo it: he gave it in his own right or still uses the power it was given in, or it was given for him.</summary>
    internal bool IsUndoneBy(Actor actor) => By == actor.User ? For is null || For == actor.ActingFor : For == actor.User;

    private bool IsActOf(UserId user) => By == user || For == user;
}
