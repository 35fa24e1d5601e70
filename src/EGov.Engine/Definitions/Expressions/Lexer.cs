using System.Collections.Frozen;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>Cuts an expression into words. After a fault it only finds the end, so that whoever asks comes to one too.</summary>
internal sealed partial class Lexer(string text, Faults faults)
{
    private static readonly FrozenSet<string> ForbiddenSigns = FrozenSet.Create(StringComparer.Ordinal,
        "=", "=>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "**=", "<<=", ">>=", ">>>=", "&&=", "||=", "??=",
        "++", "--", "**", "&", "|", "^", "~", "<<", ">>", ">>>", "...");

    private static readonly string[] SignsLongestFirst =
    [
        .. new[]
        {
            "===", "!==", "==", "!=", "<=", ">=", "<", ">", "&&", "||", "??", "?.", "?", ":", "!", "+", "-", "*", "/", "%",
            "(", ")", "[", "]", "{", "}", ".", ",", ";", "`",
        }.Concat(ForbiddenSigns).OrderByDescending(sign => sign.Length),
    ];

    private int position;

    private char Current => position < text.Length ? text[position] : '\0';

    private char Following => position + 1 < text.Length ? text[position + 1] : '\0';

    public Token Next()
    {
        SkipBlanks();
        if (faults.Stopped || position >= text.Length) return End();
        if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Following))) return Number();
        if (Current is '\'' or '"') return Quoted();
        return IsNameStart(Current) ? Name() : Sign();
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '$';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private Token End() => new(TokenKind.End, text.Length, "");

    private Token Stop(int offset, string code, params string[] arguments)
    {
        faults.Stop(offset, code, arguments);
        return End();
    }

    private void SkipBlanks()
    {
        while (position < text.Length && !faults.Stopped)
        {
            if (WhiteSpace.Is(Current)) position++;
            else if (Current == '/' && Following == '/') SkipLineComment();
            else if (Current == '/' && Following == '*') SkipComment();
            else return;
        }
    }

    private void SkipLineComment()
    {
        while (position < text.Length && !WhiteSpace.EndsLine(Current)) position++;
    }

    private void SkipComment()
    {
        var end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
        if (end < 0) faults.Stop(position, "expression-unterminated-comment");
        position = end + 2;
    }

    private Token Name()
    {
        var start = position;
        while (IsNamePart(Current)) position++;
        return new(TokenKind.Name, start, text[start..position]);
    }

    private Token Number()
    {
        var start = position;
        while (IsNamePart(Current) || Current == '.' || (Current is '+' or '-' && IsExponent(start))) position++;
        var figures = text.AsSpan(start, position - start);
        var octal = figures.Length > 1 && figures[0] == '0' && char.IsAsciiDigit(figures[1]); // 010 is 8 to some and 10 to others
        var number = octal ? double.NaN
            : figures.Length > 2 && figures[0] == '0' && char.IsAsciiLetter(figures[1]) && figures[1] is not ('e' or 'E')
                ? NumberText.ReadWithBase(figures) ?? double.NaN
                : NumberText.ReadDecimal(figures);
        return double.IsNaN(number)
            ? Stop(start, "expression-bad-number", figures.ToString())
            : new(TokenKind.Number, start, figures.ToString(), number);
    }

    // A sign belongs to the number only right after its e; 0xE+1 is a sum.
    private bool IsExponent(int start) =>
        text[position - 1] is 'e' or 'E' && !(text[start] == '0' && text[start + 1] is 'x' or 'X');

    private Token Sign()
    {
        var start = position;
        if (Array.Find(SignsLongestFirst, StandsHere) is not { } sign)
            return Stop(start, "expression-unexpected", text.AsSpan(start, CharacterLength()).ToString());
        if (ForbiddenSigns.Contains(sign)) return Stop(start, "expression-not-allowed", sign);
        if (sign == "?." && position + 2 < text.Length && char.IsAsciiDigit(text[position + 2])) sign = "?"; // a?.5:1 is a choice
        position += sign.Length;
        return new(TokenKind.Sign, start, sign);
    }

    private bool StandsHere(string sign) => string.CompareOrdinal(text, position, sign, 0, sign.Length) == 0;

    private int CharacterLength() => char.IsHighSurrogate(Current) && char.IsLowSurrogate(Following) ? 2 : 1;
}
