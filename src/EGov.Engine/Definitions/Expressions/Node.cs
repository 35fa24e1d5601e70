using System.Collections.Immutable;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>One part of a parsed expression.</summary>
internal abstract record Node
{
    private protected Node(int offset, int height) => (Offset, Height) = (offset, height);

    /// <summary>Where it stands in the text, from 0; failures of the evaluation point there.</summary>
    public int Offset { get; }

    /// <summary>Levels below it: evaluation uses one stack frame for each, so the parser bounds it.</summary>
    public int Height { get; }

    /// <summary>A constant.</summary>
    public sealed record Literal(int Offset, Value Value) : Node(Offset, 0);

    /// <summary>A variable; <paramref name="OtherName"/> is tried when the first is not declared.</summary>
    public sealed record Variable(int Offset, string Name, string? OtherName, bool ByAccessor = false) : Node(Offset, 0);

    /// <summary>An input.</summary>
    public sealed record Input(int Offset, string Name) : Node(Offset, 0);

    /// <summary><c>[a, b]</c>.</summary>
    public sealed record List(int Offset, ImmutableArray<Node> Items) : Node(Offset, Above(Items));

    /// <summary><c>{ a: 1 }</c>: as many names as values.</summary>
    public sealed record Map(int Offset, ImmutableArray<string> Names, ImmutableArray<Node> Values) : Node(Offset, Above(Values));

    /// <summary><c>`a ${b} c`</c>: one text more than there are holes.</summary>
    public sealed record Template(int Offset, ImmutableArray<string> Texts, ImmutableArray<Node> Holes) : Node(Offset, Above(Holes));

    /// <summary><c>!a</c>, <c>-a</c>, <c>+a</c>.</summary>
    public sealed record Unary(int Offset, char Sign, Node Operand) : Node(Offset, Operand.Height + 1);

    /// <summary>Arithmetic and comparison: both sides are always evaluated.</summary>
    public sealed record Binary(int Offset, Operator Operator, Node Left, Node Right) : Node(Offset, Above(Left, Right));

    /// <summary><c>&amp;&amp;</c>, <c>||</c>, <c>??</c>: the right side only when needed.</summary>
    public sealed record Logic(int Offset, Operator Operator, Node Left, Node Right) : Node(Offset, Above(Left, Right));

    /// <summary><c>a ? b : c</c>.</summary>
    public sealed record Choice(int Offset, Node Condition, Node Then, Node Else) : Node(Offset, Above(Condition, Then, Else));

    /// <summary><c>a.b</c>, or <c>a?.b</c> when optional.</summary>
    public sealed record Member(int Offset, Node Target, string Name, bool Optional) : Node(Offset, Target.Height + 1);

    /// <summary><c>a[b]</c>, or <c>a?.[b]</c> when optional.</summary>
    public sealed record Index(int Offset, Node Target, Node Key, bool Optional) : Node(Offset, Above(Target, Key));

    /// <summary><c>a.trim()</c>, or <c>a?.trim()</c> when optional.</summary>
    public sealed record Call(int Offset, Node Target, Method Method, ImmutableArray<Node> Arguments, bool Optional)
        : Node(Offset, Math.Max(Target.Height + 1, Above(Arguments)));

    /// <summary><c>Math.min(a, b)</c>.</summary>
    public sealed record FunctionCall(int Offset, Function Function, ImmutableArray<Node> Arguments) : Node(Offset, Above(Arguments));

    /// <summary>A whole chain with <c>?.</c> in it: where one link is missing, the chain is null.</summary>
    public sealed record Chain(int Offset, Node Links) : Node(Offset, Links.Height + 1);

    private static int Above(params ReadOnlySpan<Node> parts)
    {
        var highest = 0;
        foreach (var part in parts) highest = Math.Max(highest, part.Height);
        return highest + 1;
    }

    private static int Above(ImmutableArray<Node> parts) => Above(parts.AsSpan());
}
