using System.Buffers;
using System.Text;

namespace EGov.Engine.Definitions.Expressions;

/// <content>String literals, templates and their escapes.</content>
internal sealed partial class Lexer
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Reads a template on from here to its next hole or its end.</summary>
    /// <returns>The text, and whether a hole follows.</returns>
    public (string Text, bool Hole) TemplatePart(int start)
    {
        var part = new StringBuilder();
        while (!faults.Stopped)
        {
            if (position >= text.Length) faults.Stop(start, "expression-unterminated-string");
            else if (Current == '`') { position++; return (part.ToString(), false); }
            else if (Current == '$' && Following == '{') { position += 2; return (part.ToString(), true); }
            else if (Current == '\\') part.Append(Escape());
            else part.Append(TemplateCharacter());
        }

        return ("", false);
    }

    private Token Quoted()
    {
        var (start, quote, content) = (position, text[position++], new StringBuilder());
        while (Current != quote || position >= text.Length)
        {
            if (faults.Stopped) return End();
            if (position >= text.Length || Current is '\n' or '\r') return Stop(start, "expression-unterminated-string");
            if (Current == '\\') content.Append(Escape());
            else content.Append(text[position++]);
        }

        position++;
        return new(TokenKind.Text, start, content.ToString());
    }

    private char TemplateCharacter()
    {
        var c = text[position++];
        if (c != '\r') return c;
        if (Current == '\n') position++;
        return '\n'; // as JavaScript: a template holds line feeds, whatever the file does
    }

    private string Escape()
    {
        var (start, escaped) = (position, Following);
        position += 2;
        switch (escaped)
        {
            case 'n': return "\n";
            case 't': return "\t";
            case 'r': return "\r";
            case 'b': return "\b";
            case 'f': return "\f";
            case 'v': return "\v";
            case '0' when !char.IsAsciiDigit(Current): return "\0";
            case 'x': return Hexadecimal(start, 2);
            case 'u' when Current == '{': return CodePoint(start);
            case 'u': return Hexadecimal(start, 4);
            case '\r' when Current == '\n': position++; return "";
            case '\n' or '\r' or '\u2028' or '\u2029': return ""; // a line broken inside the literal
            case var figure when char.IsAsciiDigit(figure): return BadEscape(start);
            default: return position > text.Length ? "" : escaped.ToString();
        }
    }

    private string Hexadecimal(int start, int length)
    {
        if (position + length > text.Length || text.AsSpan(position, length).ContainsAnyExcept(Hex)) return BadEscape(start);
        position += length;
        return ((char)Convert.ToInt32(text.Substring(position - length, length), 16)).ToString();
    }

    private string CodePoint(int start)
    {
        var end = text.IndexOf('}', position);
        if (end < 0 || end - position is < 2 or > 7 || text.AsSpan(position + 1, end - position - 1).ContainsAnyExcept(Hex)) return BadEscape(start);
        var code = Convert.ToInt32(text[(position + 1)..end], 16);
        position = end + 1;
        return code > 0x10ffff ? BadEscape(start) : code is >= 0xd800 and <= 0xdfff ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }

    private string BadEscape(int start)
    {
        faults.Stop(start, "expression-bad-escape");
        return "";
    }
}
