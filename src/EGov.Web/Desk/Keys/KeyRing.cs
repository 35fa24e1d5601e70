using System.Collections.Immutable;

namespace EGov.Web.Desk.Keys;

/// <summary>A key of the desk and what it does in a list and in a case; the words are <c>key-…</c>.</summary>
/// <param name="Name">As the page shows it.</param>
/// <param name="Code">As the script and the setting know it.</param>
public sealed record DeskKey(string Name, string Code);

/// <summary>快捷键: every key of the desk. Each can be switched off (WCAG 2.1.4); which ones are off is kept in a cookie, as keys belong to a keyboard and not to a person.</summary>
public static class KeyRing
{
    /// <summary>The cookie with the codes that are off, parted by commas; the script reads it.</summary>
    public const string Cookie = "egov-keys-off";

    /// <summary>All of them.</summary>
    public static ImmutableArray<DeskKey> All { get; } =
    [
        new("J", "j"), new("K", "k"), new("X", "x"), new("O", "o"), new("E", "e"), new("S", "s"), new("A", "a"), new("R", "r"), new("T", "t"), new("U", "u"), new("M", "m"), new("W", "w"), new("C", "c"), new("D", "d"),
        new("1–9", "digits"), new("[", "["), new("]", "]"), new("G", "g"), new("/", "/"), new("?", "?"),
    ];

    /// <summary>The codes that are off.</summary>
    internal static IEnumerable<string> OffIn(HttpRequest request) => (request.Cookies[Cookie] ?? "").Split(',').Intersect(All.Select(key => key.Code));
}
