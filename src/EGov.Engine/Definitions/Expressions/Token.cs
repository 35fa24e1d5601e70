namespace EGov.Engine.Definitions.Expressions;

internal enum TokenKind { End, Number, Text, Name, Sign }

/// <summary>One word of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins, from 0.</param>
/// <param name="Text">The name, sign or number as written, or the text a string literal stands for.</param>
/// <param name="Number">The number, when it is one.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, string Text, double Number = 0)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;
}
