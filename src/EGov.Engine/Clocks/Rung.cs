using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EGov.Engine.Clocks;

/// <summary>One rung of the ladder (督办梯级): when something is to be done about a clock, and what.</summary>
/// <param name="WorkingDaysFromDue">
/// -k: at the start of the k-th working day before the due date. 0: at the end of the due date. +k: at the end of the k-th working day after it.
/// 0 as well, and without meaning, where <see cref="PercentOfLimit"/> is set.
/// </param>
/// <param name="Act">What is done.</param>
/// <param name="To">Whom it concerns; null for whoever holds the work or, when telling the superior, for their superior.</param>
public sealed record Rung(int WorkingDaysFromDue, RungAct Act, PartyId? To = null)
{
    /// <summary>
    /// 1 to 100: at the end of the day on which this share of the limit, extensions included, is used up; rounded down to whole days, so that a warning
    /// never comes later than its share. 100 is the end of the due date. Null for a rung that stands at a number of days.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PercentOfLimit { get; init; }

    /// <summary>The definition of the item to be started (督办单); null for every other act.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Starts { get; init; }

    /// <summary>The ladder of a step whose definition names none: a reminder one working day before, the superior once it is overdue.</summary>
    public static ImmutableArray<Rung> DefaultStepLadder { get; } = [new(-1, RungAct.Remind), new(0, RungAct.TellSuperior)];

    /// <summary>The days of the limit used up when the rung is reached by its share, rounded down; null for a rung at a number of days.</summary>
    public int? DaysUsed(int limitInWorkingDays) => PercentOfLimit is { } percent ? (int)(Math.Max(limitInWorkingDays, 0) * (long)percent / 100) : null;

    /// <summary>Where the rung stands along a limit that is never suspended, in half days: 2k is the start of the k-th day, 2k + 1 its end; 0 is the start.</summary>
    internal long PlaceIn(int limitInWorkingDays) =>
        DaysUsed(limitInWorkingDays) is { } used ? 2L * used + 1
        : WorkingDaysFromDue >= 0 ? 2L * ((long)limitInWorkingDays + WorkingDaysFromDue) + 1
        : Math.Max(0, 2L * ((long)limitInWorkingDays + WorkingDaysFromDue));
}
