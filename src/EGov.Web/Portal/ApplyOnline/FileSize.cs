using System.Globalization;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>How large a file is, for people.</summary>
internal static class FileSize
{
    private const double Kilo = 1024;

    public static string Of(long bytes) => bytes < Kilo * Kilo
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / Kilo):0} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilo / Kilo:0.0} MB");
}
