using System.Collections.Immutable;
using EGov.Engine.Cases;

namespace EGov.Engine.Supervision;

/// <summary>What a rule looks for. A closed family: the first cases name a moment that comes by itself unless something happens before, the others a fact.</summary>
public abstract record Trigger
{
    private protected Trigger()
    {
    }

    /// <summary>True when the rule names a moment that comes by itself; false when it looks at what has just happened.</summary>
    public abstract bool IsMoment { get; }
}

/// <summary>A moment that comes by itself.</summary>
public abstract record MomentTrigger : Trigger
{
    private protected MomentTrigger()
    {
    }

    /// <inheritdoc/>
    public sealed override bool IsMoment => true;
}

/// <summary>Something that has just happened.</summary>
public abstract record FactTrigger : Trigger
{
    private protected FactTrigger()
    {
    }

    /// <inheritdoc/>
    public sealed override bool IsMoment => false;
}

/// <summary>A share of a case's limit is used: the start of the counted day that reaches it.</summary>
/// <param name="Clock">Which limit.</param>
/// <param name="Share">Above 0, at most 1; of a limit of 10 days 0.9 is reached with the 9th day, of one of 5 with the 5th.</param>
public sealed record ShareUsed(ClockId Clock, decimal Share) : MomentTrigger;

/// <summary>A case's limit is over: the end of the due date, or so many working days later.</summary>
/// <param name="Clock">Which limit.</param>
/// <param name="WorkingDaysAfter">0 to 60.</param>
public sealed record LimitOver(ClockId Clock, int WorkingDaysAfter) : MomentTrigger;

/// <summary>A step is over its limit though the whole case is not; a card for every party that has not done its part.</summary>
public sealed record StepOver : MomentTrigger;

/// <summary>A body that was asked (征求意见) did not answer in the days it had, whatever its silence means; a card against the body, also when the whole case is over.</summary>
public sealed record ConsultOver : MomentTrigger;

/// <summary>The first examiner after acceptance has not passed the case on.</summary>
/// <param name="WorkingDays">After the day it came to him, 1 to 60.</param>
public sealed record FirstReviewLate(int WorkingDays) : MomentTrigger;

/// <summary>Work lies in a tray and nobody takes it (发而不收).</summary>
/// <param name="WorkingDays">After the day it came, 1 to 60.</param>
public sealed record Untaken(int WorkingDays) : MomentTrigger;

/// <summary>Work was taken and is not done (收而不办).</summary>
/// <param name="WorkingDays">After the day it was taken, 1 to 60.</param>
public sealed record Unhandled(int WorkingDays) : MomentTrigger;

/// <summary>The decision is made and its result is not issued (行政许可法 art. 44).</summary>
/// <param name="WorkingDays">After the day of the decision, 1 to 60.</param>
public sealed record ResultLate(int WorkingDays) : MomentTrigger;

/// <summary>A milestone was reached that should not be, such as an acceptance by silence (视为受理).</summary>
public sealed record Reached(Milestone Milestone) : FactTrigger;

/// <summary>A refusal without an opinion (行政许可法 art. 38).</summary>
/// <param name="Results">Decisions that refuse; an application that is not taken in is always a refusal.</param>
public sealed record RefusalWithoutReason(ImmutableArray<string> Results) : FactTrigger;

/// <summary>A refusal that nobody tells the applicant of (行政许可法 art. 32, 38).</summary>
/// <param name="Results">Decisions that refuse; an application that is not taken in is always a refusal.</param>
public sealed record RefusalWithoutNotice(ImmutableArray<string> Results) : FactTrigger;

/// <summary>The clocks stand still for a special procedure, and the applicant is not told in writing (行政许可法 art. 45).</summary>
public sealed record SuspensionWithoutNotice : FactTrigger;

/// <summary>Supplements were asked for a second time (行政许可法 art. 32: once, completely).</summary>
public sealed record SupplementAgain : FactTrigger;

/// <summary>An extension that the law does not know (行政许可法 art. 42).</summary>
/// <param name="Times">How often a limit may be extended, 1 to 10.</param>
/// <param name="WorkingDays">By how many days one body may extend, 1 to 60.</param>
/// <param name="JointWorkingDays">By how many when several handle the case together, 1 to 60.</param>
/// <param name="JointLimit">From which limit on a case counts as handled together, 1 to 365.</param>
public sealed record ExtensionBeyond(int Times, int WorkingDays, int JointWorkingDays, int JointLimit) : FactTrigger;

/// <summary>A limit that was over already was extended.</summary>
public sealed record ExtensionAfterLimit : FactTrigger;

/// <summary>The case was returned so often (退回).</summary>
/// <param name="Times">With which return the card is raised, 2 to 20.</param>
public sealed record ReturnedOften(int Times) : FactTrigger;

/// <summary>Work was taken back or the case returned after the decision.</summary>
public sealed record UndoneAfterDecision : FactTrigger;

/// <summary>A decision with effect from a day before it was made, or entered before what led to it.</summary>
/// <param name="Minutes">How far clocks of hosts may differ, 0 to 60.</param>
public sealed record DecisionBackdated(int Minutes) : FactTrigger;

/// <summary>Opened, accepted and decided at one go though days were promised: handled elsewhere and entered afterwards (体外循环).</summary>
/// <param name="Minutes">How soon after opening, 1 to 1440.</param>
public sealed record DecidedElsewhere(int Minutes) : FactTrigger;

/// <summary>The case is over and what was decided was never issued (办而不公开).</summary>
public sealed record ClosedWithoutResult : FactTrigger;

/// <summary>The definition itself tells supervision.</summary>
public sealed record Flagged : FactTrigger;
