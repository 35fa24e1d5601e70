using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Assessment;
using EGov.Web.Http;

namespace EGov.Web.Supervision.Assessment;

/// <summary>A period one may choose.</summary>
/// <param name="Period">The period.</param>
/// <param name="IsHere">True for the one that is shown.</param>
/// <param name="IsFrozen">True when it was kept for good.</param>
public sealed record PeriodChoice(AssessmentPeriod Period, bool IsHere, bool IsFrozen)
{
    private const int Months = 12;
    private const int Quarters = 4;

    /// <summary>2026年9月 or 2026年第3季度.</summary>
    public static string NameOf(AssessmentPeriod period) => period.IsQuarter
        ? Words.Say("assess-quarter", $"{period.FirstDay.Year}", $"{period.Quarter}")
        : Words.Say("assess-month", $"{period.FirstDay.Year}", CultureInfo.CurrentUICulture.Name == "en" ? period.FirstDay.ToString("MMMM", CultureInfo.GetCultureInfo("en")) : $"{period.FirstDay.Month}月");

    /// <summary>The present month and quarter and those before them, the latest first.</summary>
    internal static ImmutableArray<AssessmentPeriod> UpTo((AssessmentPeriod Month, AssessmentPeriod Quarter) present) =>
        [.. Back(present.Month, Months + 1), .. Back(present.Quarter, Quarters + 1)];

    private static IEnumerable<AssessmentPeriod> Back(AssessmentPeriod period, int many)
    {
        for (; many > 0; many--, period = period.Previous) yield return period;
    }
}
