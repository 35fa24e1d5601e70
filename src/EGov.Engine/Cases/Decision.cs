using System.Collections.Immutable;

namespace EGov.Engine.Cases;

/// <summary>Why an order was refused. Each code has words in every language; logs carry the code.</summary>
public enum RejectionCode
{
    /// <summary>There is no such case.</summary>
    CaseUnknown,

    /// <summary>The number is taken.</summary>
    CaseExists,

    /// <summary>The case is over.</summary>
    CaseClosed,

    /// <summary>The case runs on another definition or version than the one at hand.</summary>
    WrongDefinition,

    /// <summary>The case is counted with another edition of the working calendar than the one at hand.</summary>
    WrongCalendar,

    /// <summary>There is no such work item, or not any more.</summary>
    WorkItemUnknown,

    /// <summary>The work has already been done.</summary>
    WorkItemDone,

    /// <summary>Another officer holds it.</summary>
    HeldByAnother,

    /// <summary>Nobody holds it, so it cannot be put back or given away.</summary>
    NotHeld,

    /// <summary>The actor does not belong to the party.</summary>
    PartyMissing,

    /// <summary>The party is not one of the item.</summary>
    PartyUnknown,

    /// <summary>The item cannot be filed there, or nobody has said where; told by the shell.</summary>
    PlaceUnknown,

    /// <summary>The choice is not offered.</summary>
    ChoiceUnknown,

    /// <summary>A reason or opinion is needed.</summary>
    ReasonMissing,

    /// <summary>The same officer acted in a step that must be done by someone else.</summary>
    FourEyes,

    /// <summary>The officer's grade is too low.</summary>
    GradeTooLow,

    /// <summary>He acts in delegated power, which cannot be delegated further (行政许可法 art. 24).</summary>
    DelegateCannotDelegate,

    /// <summary>The front office neither refuses nor decides (M027).</summary>
    FrontOfficeDecides,

    /// <summary>Supplements were already asked for once (行政许可法 art. 32: once, everything).</summary>
    SupplementAskedAlready,

    /// <summary>Only a sign-off takes more signers.</summary>
    NotASignOff,

    /// <summary>This party signs already.</summary>
    SignerAlready,

    /// <summary>Signers of the definition stay; only an added one may be removed, by whoever added him.</summary>
    SignerNotAdded,

    /// <summary>The target did not complete in this case, or does not lead to where we stand.</summary>
    ReturnTargetNotOnPath,

    /// <summary>Someone has already worked on what followed.</summary>
    AlreadyGoneOn,

    /// <summary>The work was not done by this actor.</summary>
    NotYourWork,

    /// <summary>He was urged today already.</summary>
    UrgedToday,

    /// <summary>The decision is made; the application cannot be withdrawn any more.</summary>
    AlreadyDecided,

    /// <summary>There is no such clock, or it does not run.</summary>
    ClockNotRunning,

    /// <summary>A clock may be extended once.</summary>
    ExtendedAlready,

    /// <summary>The law knows no extension of this clock.</summary>
    ClockNotExtendable,

    /// <summary>The number of working days is out of bounds.</summary>
    LimitOutOfBounds,

    /// <summary>The variable or input is not declared by the definition.</summary>
    VariableUnknown,

    /// <summary>The remedy needs an outcome the activity has.</summary>
    OutcomeUnknown,

    /// <summary>Nothing waits for this.</summary>
    NothingWaits,

    /// <summary>The definition goes round without end; nothing was done.</summary>
    TooManySteps,

    /// <summary>The date is before the first day the calendar knows.</summary>
    BeforeCalendar,

    /// <summary>A text is too long or holds control characters.</summary>
    TextNotAllowed,

    /// <summary>The case has changed since it was shown; told by the shell after a second try.</summary>
    CaseMoved,
}

/// <summary>A refusal: a code and what its sentence needs. Never a sentence.</summary>
public sealed record Refusal(RejectionCode Code, ImmutableArray<string> Arguments)
{
    /// <summary>A refusal with arguments.</summary>
    public static Refusal Of(RejectionCode code, params object?[] arguments) =>
        new(code, [.. arguments.Select(a => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{a}"))]);
}

/// <summary>What an order causes: events and the state after them, or one refusal and nothing else.</summary>
/// <param name="Events">In order; empty when refused, or when there was nothing to do.</param>
/// <param name="After">The state after the events.</param>
/// <param name="Refusal">Why not; null when accepted.</param>
public sealed record Decision(ImmutableArray<CaseEvent> Events, CaseState After, Refusal? Refusal)
{
    /// <summary>True when the order was accepted.</summary>
    public bool IsAccepted => Refusal is null;
}
