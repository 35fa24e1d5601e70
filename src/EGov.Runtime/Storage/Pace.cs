using EGov.Engine.Cases;
using EGov.Engine.Clocks;

namespace EGov.Runtime.Storage;

/// <summary>How much time a work item has: the clock of its step or of its case that ends first.</summary>
/// <param name="Due">Its last day; null while none runs.</param>
/// <param name="Limit">Its working days; 0 without a clock.</param>
/// <param name="PausedWith">Working days that will be left when it goes on; null unless it stands still.</param>
internal readonly record struct Pace(DateOnly? Due, int Limit, int? PausedWith)
{
    public static Pace Of(CaseState state, int step, WorkingCalendar calendar)
    {
        Pace nearest = default;
        foreach (var clock in state.Clocks)
        {
            if (clock.StoppedOn is not null || (clock.Owner is { } owner && owner != step)) continue;
            var one = Of(clock, calendar);
            if (nearest.Limit == 0 || one.IsBefore(nearest)) nearest = one;
        }

        return nearest;
    }

    /// <summary>While a clock stands still, what is left of it is the same on every day since.</summary>
    private static Pace Of(Clock clock, WorkingCalendar calendar) => new(
        clock.Due, Math.Max(1, clock.LimitInWorkingDays),
        clock.Due is null && clock.IsSuspended ? clock.WorkingDaysLeft(clock.Suspensions.First(one => one.To is null).From, calendar) : null);

    private bool IsBefore(Pace other) => Due is { } due ? !(other.Due <= due) : other.Due is null && PausedWith < other.PausedWith;
}

/// <summary>Whose desk work lies on, in one word that an index can begin with.</summary>
internal static class Tray
{
    public static string Of(string party, string? holder) => holder is null ? OfParty(party) : OfOfficer(holder);

    public static string OfOfficer(string officer) => "officer:" + officer;

    public static string OfParty(string party) => "party:" + party;
}
