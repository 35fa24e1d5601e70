using EGov.Web.Layout;

namespace EGov.Web.Desk;

/// <summary>A form that leads back to where it was sent from.</summary>
internal sealed record BackForm
{
    public string? Back { get; init; }

    /// <summary>The page to come back to, told what was done.</summary>
    public static string To(string? back, string done, string otherwise)
    {
        var parts = LocalAddress.Or(back, otherwise).Split('?', 2);
        var kept = parts.Length > 1 ? parts[1].Split('&').Where(part => part.Length > 0 && !part.StartsWith("done=", StringComparison.Ordinal)) : [];
        return parts[0] + "?" + string.Join('&', kept.Append("done=" + done));
    }
}
