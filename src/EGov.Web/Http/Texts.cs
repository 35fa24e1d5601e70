using System.Text.Json;
using EGov.Engine;
using EGov.Runtime;

namespace EGov.Web.Http;

/// <summary>Free texts people write: opinions and reasons. The order commits to them, the shell keeps them.</summary>
internal static class Texts
{
    /// <summary>The commitment; null for no text, so that the engine can ask for one.</summary>
    public static TextHash? Commit(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextHash.Commit(text);

    /// <summary>True when it is short enough and everything in it can be seen; line breaks and tabs may stand in a text of several lines.</summary>
    public static bool IsShowable(string? text, int longest) => ShowableText.Is(text, longest);

    /// <summary>Control characters, half surrogates, and marks that reorder or hide text.</summary>
    public static bool IsInvisible(int character) => ShowableText.IsInvisible(character);

    /// <summary>A text out of JSON; null for anything else, and for a text with half a surrogate pair, which System.Text.Json notices only when it is taken out.</summary>
    public static string? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try { return value.GetString(); }
        catch (InvalidOperationException) { return null; }
    }
}
