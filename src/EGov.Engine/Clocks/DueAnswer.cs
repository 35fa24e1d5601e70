namespace EGov.Engine.Clocks;

/// <summary>When something accepted on a day is due.</summary>
/// <param name="AcceptedOn">The day of acceptance; not counted.</param>
/// <param name="LimitInWorkingDays">The limit asked about.</param>
/// <param name="Due">The last day of the limit.</param>
/// <param name="Provisional">Whether the due date lies beyond the known calendar.</param>
/// <param name="CalendarVersion">The calendar it was counted with.</param>
public sealed record DueAnswer(DateOnly AcceptedOn, int LimitInWorkingDays, DateOnly Due, bool Provisional, string CalendarVersion);
