namespace EGov.Engine.Clocks;

/// <summary>One line of the explanation of a due date.</summary>
/// <param name="Day">The day in office time.</param>
/// <param name="Kind">What the day is to the office.</param>
/// <param name="Counted">Whether it used up a day of the limit.</param>
/// <param name="Count">Days of the limit used up to the end of this day.</param>
/// <param name="Note">
/// <c>start</c>, <c>due</c>, <c>suspended:</c> and the kind of suspension, <c>provisional</c> where no notice is known yet, or null; the first of these that applies.
/// </param>
public sealed record ExplainedDay(DateOnly Day, DayKind Kind, bool Counted, int Count, string? Note);
