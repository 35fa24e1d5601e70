using System.Collections.Immutable;

namespace EGov.Engine.Clocks;

/// <summary>One rung of the ladder (督办梯级): when something is to be done about a clock, and what.</summary>
/// <param name="WorkingDaysFromDue">
/// -k: at the start of the k-th working day before the due date. 0: at the end of the due date. +k: at the end of the k-th working day after it.
/// </param>
/// <param name="Act">What is done.</param>
/// <param name="To">Whom it concerns; null for whoever holds the work or, when telling the superior, for their superior.</param>
public sealed record Rung(int WorkingDaysFromDue, RungAct Act, PartyId? To = null)
{
    /// <summary>The ladder of a step whose definition names none: a reminder one working day before, the superior once it is overdue.</summary>
    public static ImmutableArray<Rung> DefaultStepLadder { get; } = [new(-1, RungAct.Remind), new(0, RungAct.TellSuperior)];
}
