using System.Globalization;

namespace EGov.Runtime;

/// <summary>Texts that people write and others read on a page.</summary>
public static class ShowableText
{
    /// <summary>True when it is short enough and everything in it can be seen; line breaks and tabs may stand in a text of several lines.</summary>
    public static bool Is(string? text, int longest)
    {
        if (text is null) return true;
        if (text.Length > longest) return false;
        foreach (var rune in text.EnumerateRunes())
            if (IsInvisible(rune.Value) && rune.Value is not ('\n' or '\r' or '\t')) return false;
        return true;
    }

    /// <summary>Control characters, half surrogates, and marks that reorder or hide text; the joiners of emoji are let through.</summary>
    public static bool IsInvisible(int character) => character is not (0x200D or 0xFE0F) && CharUnicodeInfo.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || character == 0xFFFD;
}
