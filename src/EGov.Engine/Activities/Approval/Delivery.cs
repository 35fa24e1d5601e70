using EGov.Engine.Cases;
using EGov.Engine.Clocks;

namespace EGov.Engine.Activities.Approval;

/// <summary>送达时限: the second clock of a licence, from the decision until its result is issued; it starts and stops by itself.</summary>
/// <remarks>
/// 行政许可法 art. 44: issue and deliver within ten days of the decision. Only versions that state <c>deliveryLimitInWorkingDays</c> have it, so cases of older
/// versions read as before. The law knows no extension of it. Where a process decides again, the later decision begins it anew.
/// </remarks>
internal static class Delivery
{
    /// <summary>Starts the clock today; nothing where the version states no limit.</summary>
    public static Cases.Story StartDelivery(this ActivityContext here)
    {
        var (facts, story) = (here.Workflow.Facts, here.Story);
        if (facts.DeliveryLimitInWorkingDays <= 0) return story;
        // The step that issues reminds its own party; what is left for this ladder is that the limit of the law is over.
        var clock = Clock.Start(ClockId.Delivery, facts.DeliveryLimitInWorkingDays, story.Today, [new Rung(0, RungAct.RedCard, facts.ExtensionParty)], owner: null, here.Workflow.Calendar);
        return story.Then(new ClockChanged(ClockChange.Started, clock));
    }

    /// <summary>The result is issued; changes nothing where no such clock runs.</summary>
    public static Cases.Story StopDelivery(this Cases.Story story) =>
        story.State.FindClock(ClockId.Delivery) is { StoppedOn: null } running ? story.Then(new ClockStopped(running.Id, story.Today, running.Due)) : story;
}
