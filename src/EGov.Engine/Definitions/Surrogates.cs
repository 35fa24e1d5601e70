namespace EGov.Engine.Definitions;

/// <summary>Keeps texts storable: UTF-8 has no form for half a surrogate pair, and JSON readers refuse one.</summary>
internal static class Surrogates
{
    /// <summary>The text itself when it is well formed; otherwise a copy with U+FFFD for each lonely half.</summary>
    public static string Repair(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        return first < 0 || IsWellFormed(text, first) ? text : string.Create(text.Length, text, WriteRepaired);
    }

    private static bool IsWellFormed(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!IsPair(text, i)) return false;
            i++;
        }

        return true;
    }

    private static void WriteRepaired(Span<char> repaired, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            repaired[i] = char.IsSurrogate(text[i]) && !IsPair(text, i) ? '\ufffd' : text[i];
            if (!IsPair(text, i)) continue;
            repaired[i + 1] = text[i + 1];
            i++;
        }
    }

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
