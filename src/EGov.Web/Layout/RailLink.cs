namespace EGov.Web.Layout;

/// <summary>One link of a room's rail.</summary>
/// <param name="Href">Where to.</param>
/// <param name="Icon">Tabler's icon, without <c>ti-</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsHere">True on the page it leads to.</param>
/// <param name="Count">How many things lie there; null says nothing.</param>
public sealed record RailLink(string Href, string Icon, string Text, bool IsHere = false, string? Count = null);
