using System.Collections.Immutable;

namespace EGov.Engine.Cases;

/// <summary>What kind of work it is.</summary>
public enum WorkKind
{
    /// <summary>Work of one party: accept, review, decide, issue.</summary>
    Task,

    /// <summary>A signature among several (会签).</summary>
    Signature,

    /// <summary>Something the applicant must do.</summary>
    Applicant,

    /// <summary>A fault to resolve.</summary>
    Incident,
}

/// <summary>Work laid out for a party (待办), while its activity is live.</summary>
/// <param name="Number">Its number within the case.</param>
/// <param name="Instance">The activity it belongs to.</param>
/// <param name="Party">Who is to do it.</param>
/// <param name="Choices">What may be chosen.</param>
/// <param name="Kind">What kind of work it is.</param>
/// <param name="AddedBy">Who added this signer, or null.</param>
public sealed record WorkItem(int Number, int Instance, PartyId Party, ImmutableArray<string> Choices, WorkKind Kind, UserId? AddedBy)
{
    /// <summary>The officer who has claimed it or was given it, or null while it lies in the party's tray.</summary>
    public UserId? Holder { get; init; }

    /// <summary>The officer whose delegated power (授权) the holder uses, or null when he holds it in his own right.</summary>
    public UserId? HeldFor { get; init; }

    /// <summary>Who delegated it to the holder, or null.</summary>
    public UserId? DelegatedBy { get; init; }

    /// <summary>Who completed it, or null while it is open.</summary>
    public UserId? CompletedBy { get; init; }

    /// <summary>The officer in whose delegated power it was completed, or null.</summary>
    public UserId? CompletedFor { get; init; }

    /// <summary>What was chosen, or proposed by a delegate; null before.</summary>
    public string? Choice { get; init; }

    /// <summary>The last day the holder was urged.</summary>
    public DateOnly? UrgedOn { get; init; }

    /// <summary>True while work is still to be done.</summary>
    public bool IsOpen => CompletedBy is null;

    /// <summary>What is remembered of its completion; null while it is open.</summary>
    internal Signature? Signature => CompletedBy is { } by ? new(Number, Party, by, Choice ?? "") { For = CompletedFor } : null;

    /// <summary>
    /// True when the actor holds it, or acts for whoever holds it in his own right. What a delegate holds is his only while he uses that power, and always
    /// the owner's.
    /// </summary>
    internal bool IsHeldBy(Actor actor) =>
        Holder == actor.User ? HeldFor is null || HeldFor == actor.ActingFor
        : HeldFor == actor.User || (Holder is { } owner && owner == actor.ActingFor && HeldFor is null && DelegatedBy is null);
}
