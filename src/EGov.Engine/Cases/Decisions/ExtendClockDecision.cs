using EGov.Engine.Clocks;

namespace EGov.Engine.Cases.Decisions;

/// <summary>A clock is extended once by its approver (延长审批, 行政许可法 art. 42).</summary>
internal static class ExtendClockDecision
{
    /// <summary>The law's ordinary limit (art. 42 ¶1); where more is set, the case is handled jointly (¶2).</summary>
    private const int OrdinaryLimit = 20;

    public static Decision Decide(Story story, ExtendClock command)
    {
        if (story.State.FindClock(command.Clock) is not { StoppedOn: null } clock) return story.Reject(RejectionCode.ClockNotRunning, command.Clock);
        if (command.Clock == ClockId.Delivery) return story.Reject(RejectionCode.ClockNotExtendable, command.Clock);
        var approver = story.State.SeatOf(story.Workflow.Facts.ExtensionParty);
        if (!command.By.Is(approver)) return story.Reject(RejectionCode.PartyMissing, approver);
        if (!clock.Extensions.IsEmpty) return story.Reject(RejectionCode.ExtendedAlready, command.Clock);
        var most = MostWorkingDays(story.Workflow.Facts);
        if (command.WorkingDays < 1 || command.WorkingDays > most) return story.Reject(RejectionCode.LimitOutOfBounds, 1, most);
        if (command.Reason is not { } reason) return story.Reject(RejectionCode.ReasonMissing, "extend");

        var extended = clock.Extend(command.WorkingDays, command.By.User, reason, story.Workflow.Calendar);
        return story.Then(new ClockChanged(ClockChange.Extended, extended)).Then(Escalation.Extended(extended)).Accept();
    }

    /// <summary>The longest extension the law knows: 10 working days, 15 for joint handling.</summary>
    private static int MostWorkingDays(Definitions.ItemFacts facts) => facts.StatutoryLimitInWorkingDays > OrdinaryLimit ? 15 : 10;
}
