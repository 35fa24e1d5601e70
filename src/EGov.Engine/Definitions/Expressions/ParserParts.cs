using System.Collections.Immutable;

namespace EGov.Engine.Definitions.Expressions;

/// <content>What operators stand between: literals, brackets and the links of a chain.</content>
internal sealed partial class Parser
{
    private Node Chained()
    {
        var (node, optional) = (Bounded(Primary()), false);
        while (token.Is(".") || token.Is("?.") || token.Is("["))
        {
            var missingIsFine = Skip("?.");
            optional |= missingIsFine;
            node = Bounded(token.Is("[") ? Indexed(node, missingIsFine) : Linked(node, missingIsFine));
        }

        return optional ? Bounded(new Node.Chain(node.Offset, node)) : node;
    }

    private Node Linked(Node target, bool optional)
    {
        if (!optional) Expect(".");
        if (token.Kind != TokenKind.Name) return Unexpected();
        var name = Take();
        if (!token.Is("(")) return new Node.Member(name.Offset, target, name.Text, optional);

        var arguments = Arguments();
        if (!Method.All.TryGetValue(name.Text, out var method)) return UnknownFunction(name.Offset, name.Text);
        NoteCount(name.Offset, method, arguments.Length);
        return new Node.Call(name.Offset, target, method, arguments, optional);
    }

    private Node Indexed(Node target, bool optional)
    {
        var bracket = Take();
        if (!Descend(bracket.Offset)) return target;
        var key = Expression();
        Expect("]");
        nesting--;
        return new Node.Index(bracket.Offset, target, key, optional);
    }

    private Node Primary() => token switch
    {
        { Kind: TokenKind.Name } => Word(),
        { Kind: TokenKind.Number } => new Node.Literal(token.Offset, Value.Of(Take().Number)),
        { Kind: TokenKind.Text } => new Node.Literal(token.Offset, Value.Of(Take().Text)),
        { Kind: TokenKind.Sign, Text: "(" } => Bracketed(),
        { Kind: TokenKind.Sign, Text: "[" } => new Node.List(token.Offset, Series("]")),
        { Kind: TokenKind.Sign, Text: "{" } => Map(),
        { Kind: TokenKind.Sign, Text: "`" } => Template(),
        _ => Unexpected(),
    };

    private Node Bracketed()
    {
        var bracket = Take();
        if (!Descend(bracket.Offset)) return Nothing(bracket.Offset);
        bracketed = Expression();
        var inner = bracketed;
        Expect(")");
        nesting--;
        return inner;
    }

    private ImmutableArray<Node> Arguments() => Series(")");

    // From the opening bracket to the closing one; a comma may stand before the latter, as in JavaScript.
    private ImmutableArray<Node> Series(string close)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        var bracket = Take();
        if (!Descend(bracket.Offset)) return [];
        while (!faults.Stopped && !token.Is(close))
        {
            items.Add(Expression());
            if (!token.Is(close)) Expect(",");
        }

        Expect(close);
        nesting--;
        return items.ToImmutable();
    }

    private Node Map()
    {
        var (names, values) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<Node>());
        var bracket = Take();
        if (!Descend(bracket.Offset)) return Nothing(bracket.Offset);
        while (!faults.Stopped && !token.Is("}"))
        {
            names.Add(Key());
            Expect(":");
            values.Add(Expression());
            if (!token.Is("}")) Expect(",");
        }

        Expect("}");
        nesting--;
        return new Node.Map(bracket.Offset, names.ToImmutable(), values.ToImmutable());
    }

    private string Key()
    {
        if (token.Kind is TokenKind.End or TokenKind.Sign) Unexpected();
        if (token.Text == "__proto__") Stop(token.Offset, "expression-not-allowed", token.Text);
        var key = Take();
        return key.Kind == TokenKind.Number ? NumberText.Print(key.Number) : key.Text;
    }

    // While a template is read the lexer stands right behind its last sign: a back quote, or the brace that closes a hole.
    private Node Template()
    {
        var (start, texts, holes) = (token.Offset, ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<Node>());
        if (!Descend(start)) return Nothing(start);
        var (part, hole) = lexer.TemplatePart(start);
        while (hole)
        {
            texts.Add(part);
            Advance();
            holes.Add(Expression());
            if (!token.Is("}")) return Unexpected();
            (part, hole) = lexer.TemplatePart(start);
        }

        texts.Add(part);
        Advance();
        nesting--;
        return new Node.Template(start, texts.ToImmutable(), holes.ToImmutable());
    }
}
