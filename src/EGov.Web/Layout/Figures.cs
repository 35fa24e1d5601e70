using System.Globalization;

namespace EGov.Web.Layout;

/// <summary>Numbers and moments as pages write them. The office's clock is China's.</summary>
internal static class Figures
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Of(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>4.6; a dash for what is not known.</summary>
    public static string Of(decimal? number) => number?.ToString("N1", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>97.3%; a dash where there is nothing to have a share in.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "–" : decimal.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero).ToString("N1", CultureInfo.CurrentCulture) + "%";

    /// <summary>11月24日 10:18 in this year's words; the year is told as well.</summary>
    public static string Moment(DateTimeOffset at)
    {
        var here = at.ToOffset(China);
        return CultureInfo.CurrentUICulture.Name == "en"
            ? here.ToString("d MMM yyyy HH:mm", CultureInfo.GetCultureInfo("en"))
            : here.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>11月24日 10:18, where the year is plain.</summary>
    public static string ShortMoment(DateTimeOffset at)
    {
        var here = at.ToOffset(China);
        return CultureInfo.CurrentUICulture.Name == "en"
            ? here.ToString("d MMM HH:mm", CultureInfo.GetCultureInfo("en"))
            : here.ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>10月8日（星期四）.</summary>
    public static string Day(DateOnly day) => CultureInfo.CurrentUICulture.Name == "en"
        ? day.ToString("dddd d MMMM", CultureInfo.GetCultureInfo("en"))
        : day.ToString("M月d日（dddd）", CultureInfo.GetCultureInfo("zh-CN"));

    /// <summary>2026年10月8日.</summary>
    public static string Date(DateOnly day) => CultureInfo.CurrentUICulture.Name == "en"
        ? day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en"))
        : day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>10月8日.</summary>
    public static string ShortDay(DateOnly day) => CultureInfo.CurrentUICulture.Name == "en"
        ? day.ToString("d MMMM", CultureInfo.GetCultureInfo("en"))
        : day.ToString("M月d日", CultureInfo.InvariantCulture);
}
