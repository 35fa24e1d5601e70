using System.Collections.Frozen;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>The operators with two sides.</summary>
internal enum Operator { Coalesce, Or, And, Same, NotSame, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Add, Subtract, Multiply, Divide, Remainder }

/// <summary>How operators are written and how tightly they bind.</summary>
internal static class Operators
{
    /// <summary>The binding of <c>?:</c>, the loosest.</summary>
    public const int Choice = 1;

    private const int Either = 2, Both = 3, Equality = 4, Relation = 5, Sum = 6, Product = 7;

    private static readonly FrozenDictionary<string, (Operator Operator, int Binding)> BySign = new Dictionary<string, (Operator, int)>
    {
        ["??"] = (Operator.Coalesce, Either),
        ["||"] = (Operator.Or, Either),
        ["&&"] = (Operator.And, Both),
        ["==="] = (Operator.Same, Equality),
        ["!=="] = (Operator.NotSame, Equality),
        ["=="] = (Operator.Equal, Equality),
        ["!="] = (Operator.NotEqual, Equality),
        ["<"] = (Operator.Less, Relation),
        ["<="] = (Operator.LessOrEqual, Relation),
        [">"] = (Operator.Greater, Relation),
        [">="] = (Operator.GreaterOrEqual, Relation),
        ["+"] = (Operator.Add, Sum),
        ["-"] = (Operator.Subtract, Sum),
        ["*"] = (Operator.Multiply, Product),
        ["/"] = (Operator.Divide, Product),
        ["%"] = (Operator.Remainder, Product),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The operator written as <paramref name="sign"/>, and its binding; a higher one binds tighter.</summary>
    public static bool TryFind(string sign, out (Operator Operator, int Binding) found) => BySign.TryGetValue(sign, out found);
}
