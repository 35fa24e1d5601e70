using EGov.Web.Layout;

namespace EGov.Web.Desk;

/// <summary>A form that leads back to where it was sent from.</summary>
internal sealed record BackForm
{
    public string? Back { get; init; }

    /// <summary>The page to come back to, told what was done.</summary>
    public static Onward To(string? back, string done, string otherwise, params string[] about) => Onward.To(LocalAddress.Or(back, otherwise), done, about);
}
