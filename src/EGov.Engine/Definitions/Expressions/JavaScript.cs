namespace EGov.Engine.Definitions.Expressions;

/// <summary>The part of JavaScript that definitions may use: one expression, without loops, assignments, clock or chance.</summary>
/// <remarks>
/// It always ends, replays identically and can be checked for unknown names before publishing. It follows ECMAScript, except that <c>undefined</c> is
/// null (so a missing member counts as 0 in arithmetic), that lists and maps are compared by content, and that <see cref="Value"/> keeps no key
/// order, no negative zero and no half surrogate pairs. A list or a map with not-a-number in it fails, as does a result that is not finite.
/// </remarks>
public static class JavaScript
{
    /// <summary>Reads an expression of at most 10,000 UTF-16 units and 64 levels; <c>return</c> may stand before it and <c>;</c> after it.</summary>
    /// <returns>What was read; <see cref="ParsedExpression.Problems"/> says whether it can be evaluated. Never throws.</returns>
    public static ParsedExpression Parse(string text) => Parser.Parse(text ?? "");
}
