using System.Collections.Immutable;
using System.Globalization;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>Reads one expression by operator precedence (Pratt).</summary>
/// <remarks>
/// Two bounds keep hostile texts off the stack: <see cref="DeepestNesting"/> for brackets, signs and choices, which the parser recurses into, and
/// <see cref="HighestTree"/> for long chains such as <c>1+1+1…</c>, which it does not but the evaluator does.
/// </remarks>
internal sealed partial class Parser
{
    public const int LongestText = 10_000;
    public const int DeepestNesting = 64;
    public const int HighestTree = 512;

    private readonly Faults faults;
    private readonly Lexer lexer;
    private readonly ImmutableArray<Mention>.Builder variables = ImmutableArray.CreateBuilder<Mention>();
    private readonly ImmutableArray<Mention>.Builder inputs = ImmutableArray.CreateBuilder<Mention>();
    private readonly string text;
    private Node? bracketed; // the last node that stood in parentheses
    private Token token;
    private int nesting;

    private Parser(string text)
    {
        this.text = text;
        faults = new Faults(text);
        lexer = new Lexer(text, faults);
    }

    public static ParsedExpression Parse(string text)
    {
        var parser = new Parser(text);
        var root = parser.Whole();
        return new ParsedExpression(text, root, parser.faults.All, parser.variables.ToImmutable(), parser.inputs.ToImmutable());
    }

    private Node Whole()
    {
        if (text.Length > LongestText) return Stop(LongestText, "expression-too-long", Print(LongestText));
        Advance();
        if (token is { Kind: TokenKind.Name, Text: "return" }) Advance();
        var root = Expression();
        Skip(";");
        return token.Kind == TokenKind.End ? root : Unexpected();
    }

    private Node Expression()
    {
        var condition = Operation(Operators.Choice + 1);
        if (!token.Is("?")) return condition;

        var sign = Take();
        if (!Descend(sign.Offset)) return condition;
        var then = Expression();
        Expect(":");
        var otherwise = Expression();
        nesting--;
        return Bounded(new Node.Choice(sign.Offset, condition, then, otherwise));
    }

    private Node Operation(int loosest)
    {
        var left = Prefixed();
        while (token.Kind == TokenKind.Sign && Operators.TryFind(token.Text, out var found) && found.Binding >= loosest)
        {
            var sign = Take();
            var leftMixes = Mixes(found.Operator, left);
            var right = Operation(found.Binding + 1);
            if (leftMixes || Mixes(found.Operator, right)) return Stop(sign.Offset, "expression-needs-parentheses", sign.Text);
            left = Bounded(found.Operator <= Operator.And
                ? new Node.Logic(sign.Offset, found.Operator, left, right)
                : new Node.Binary(sign.Offset, found.Operator, left, right));
        }

        return left;
    }

    // a ?? b || c is an error in JavaScript too: nobody knows which way it would be read.
    private bool Mixes(Operator what, Node side) =>
        side is Node.Logic { Operator: var other } && what <= Operator.And && what != other
        && (what == Operator.Coalesce || other == Operator.Coalesce) && !ReferenceEquals(side, bracketed);

    private Node Prefixed()
    {
        if (!(token.Is("!") || token.Is("-") || token.Is("+"))) return Chained();
        var sign = Take();
        if (!Descend(sign.Offset)) return Nothing(sign.Offset);
        var operand = Prefixed();
        nesting--;
        return Bounded(new Node.Unary(sign.Offset, sign.Text[0], operand));
    }

    private void Advance() => token = lexer.Next();

    private Token Take()
    {
        var taken = token;
        Advance();
        return taken;
    }

    private bool Skip(string sign)
    {
        if (!token.Is(sign)) return false;
        Advance();
        return true;
    }

    private void Expect(string sign)
    {
        if (!Skip(sign)) Unexpected();
    }

    private bool Descend(int offset)
    {
        if (++nesting <= DeepestNesting) return true;
        Stop(offset, "expression-too-deep", Print(DeepestNesting));
        return false;
    }

    private Node Bounded(Node node) => node.Height <= HighestTree ? node : Stop(node.Offset, "expression-too-deep", Print(HighestTree));

    private Node Unexpected() => token.Kind switch
    {
        TokenKind.End => Stop(token.Offset, "expression-unexpected-end"),
        TokenKind.Name when Words.Forbidden.Contains(token.Text) => Stop(token.Offset, "expression-not-allowed", token.Text),
        _ => Stop(token.Offset, "expression-unexpected", token.Text),
    };

    // Once stopped, the lexer gives nothing but the end, which every loop of the parser ends at.
    private Node.Literal Stop(int offset, string code, params string[] arguments)
    {
        faults.Stop(offset, code, arguments);
        Advance();
        return Nothing(offset);
    }

    private static Node.Literal Nothing(int offset) => new(offset, Value.Null);

    private static string Print(int number) => number.ToString(CultureInfo.InvariantCulture);
}
