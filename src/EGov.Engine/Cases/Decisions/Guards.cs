using EGov.Engine.Definitions;

namespace EGov.Engine.Cases.Decisions;

/// <summary>Guards that several decisions share, in the order exists, open, allowed, valid.</summary>
internal static class Guards
{
    /// <summary>A decision that refuses and changes nothing.</summary>
    public static Decision Reject(this Story story, RejectionCode code, params object?[] arguments) =>
        new([], story.State, Refusal.Of(code, arguments));

    /// <summary>A decision that refuses and changes nothing.</summary>
    public static Decision Reject(this Story story, Refusal refusal) => new([], story.State, refusal);

    /// <summary>Why there is no such open work item, or null.</summary>
    public static Refusal? NotOpen(this Story story, int workItem) => story.State.FindWork(workItem) switch
    {
        null => Refusal.Of(RejectionCode.WorkItemUnknown, workItem),
        { IsOpen: false } => Refusal.Of(RejectionCode.WorkItemDone, workItem),
        _ => null,
    };

    /// <summary>Why the actor may not work on it, or null: he holds it, or nobody does and it lies in a tray of his. A stranger is not told whether it is held.</summary>
    public static Refusal? NotYours(this Story story, WorkItem item) =>
        item.IsHeldBy(story.Actor) ? null
        : !story.Actor.Is(story.State.SeatOf(item.Party)) ? Refusal.Of(RejectionCode.PartyMissing, story.State.SeatOf(item.Party))
        : item.Holder is null ? null
        : Refusal.Of(RejectionCode.HeldByAnother, item.Number);

    /// <summary>Why the work item cannot be worked on by this actor, or null.</summary>
    public static Refusal? NotWorkable(this Story story, int workItem) =>
        story.NotOpen(workItem) ?? story.NotYours(story.State.FindWork(workItem)!);

    /// <summary>Why the party cannot be named, or null.</summary>
    public static Refusal? NotAParty(this Story story, PartyId party) =>
        story.Workflow.Facts.Parties.IsEmpty || story.Workflow.Facts.Parties.Contains(party) ? null : Refusal.Of(RejectionCode.PartyUnknown, party);

    /// <summary>The box a work item belongs to.</summary>
    public static ActivityNode NodeOf(this Story story, WorkItem item) => story.Workflow.Nodes[story.State.Find(item.Instance)!.Node];
}
