namespace EGov.Engine.Definitions.Expressions;

/// <summary>JavaScript's blanks, which are not quite .NET's: the byte order mark is one, U+0085 is none.</summary>
internal static class WhiteSpace
{
    public static bool Is(char c) => c == '\ufeff' || (char.IsWhiteSpace(c) && c != '\u0085');

    public static bool EndsLine(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && Is(text[0])) text = text[1..];
        while (text.Length > 0 && Is(text[^1])) text = text[..^1];
        return text;
    }
}
