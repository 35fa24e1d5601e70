using System.Collections.Immutable;
using EGov.Engine.Definitions;
using EGov.Engine.Definitions.Expressions;
using FsCheck;
using FsCheck.Fluent;

namespace EGov.Engine.Tests.Definitions.Expressions;

/// <summary>Random expressions, as trees and as broken texts.</summary>
internal static class Scripts
{
    private static readonly Gen<string> AnyText = Gen.Elements("", "a", "b\n'\"\\`${", "12", "区😀", "length");

    private static readonly Gen<Value> AnyConstant = Gen.OneOf(
        AnyText.Select(Value.Of),
        Gen.Elements(0, 1, 2, 0.5, 1e21, 1e-7, 12345.678).Select(Value.Of),
        Gen.Elements(Value.True, Value.False, Value.Null));

    private static readonly Gen<Node> Leaf = Gen.OneOf(
        AnyConstant.Select(Node (value) => new Node.Literal(0, value)),
        Gen.Elements("amount", "Applicant", "none", "list").Select(Node (name) => new Node.Variable(0, name, null, ByAccessor: false)),
        Gen.Elements("unit", "urgent", "missing").Select(Node (name) => new Node.Input(0, name)));

    /// <summary>Trees up to five levels, printable with <see cref="ScriptPrinter"/>.</summary>
    public static Arbitrary<Node> AnyTree { get; } = Tree(4).ToArbitrary();

    /// <summary>Texts of the table of facts with up to six characters changed, doubled or cut.</summary>
    public static Arbitrary<string> AnyBrokenText { get; } =
        (from fact in Gen.Elements(Facts_of_JavaScript.Table.Split('\n').Select(line => line.Split(" => ")[0]).ToArray())
         from times in Gen.Choose(0, 6)
         from changes in (from place in Gen.Choose(0, 1000) from kind in Gen.Choose(0, 3) from c in AnyCharacter select (place, kind, c)).ArrayOf(times)
         select changes.Aggregate(fact, Break)).ToArbitrary();

    private static Gen<char> AnyCharacter => Gen.OneOf(
        Gen.Elements("()[]{}`'\"\\$?.:;,=!<>&|+-*/%0x1eE_ \n\r\u2028".ToCharArray()),
        Gen.Choose(0, 0xffff).Select(code => (char)code));

    private static Gen<Node> Tree(int levels) => levels == 0 ? Leaf : Gen.OneOf(Leaf, Inner(Tree(levels - 1)), Inner(Tree(levels - 1)));

    private static Gen<Node> Inner(Gen<Node> part) => Gen.OneOf(
        from sign in Gen.Elements('!', '-', '+') from operand in part select (Node)new Node.Unary(0, sign, operand),
        from what in Gen.Elements(Enum.GetValues<Operator>()) from left in part from right in part select Join(what, left, right),
        from what in Gen.Elements(Enum.GetValues<Operator>()) from left in part from right in part select Join(what, left, right),
        from condition in part from then in part from other in part select (Node)new Node.Choice(0, condition, then, other),
        from items in Several(part) select (Node)new Node.List(0, items),
        from items in Several(part) select (Node)new Node.Map(0, [.. items.Select((_, i) => i % 2 == 0 ? "a" + i : "b " + i)], items),
        from holes in Several(part) from ends in AnyText.ArrayOf(holes.Length + 1) select (Node)new Node.Template(0, [.. ends], holes),
        Link(part),
        from function in Gen.Elements(Function.All.Values.OrderBy(function => function.Name).ToArray())
        from x in part
        select (Node)new Node.FunctionCall(0, function, [x]));

    private static Gen<Node> Link(Gen<Node> part) =>
        from target in part
        from optional in Gen.Elements(true, false)
        from link in Gen.OneOf(
            Gen.Elements("length", "name", "new").Select(Node (name) => new Node.Member(0, target, name, optional)),
            part.Select(Node (key) => new Node.Index(0, target, key, optional)),
            from method in Gen.Elements(Method.All.Values.OrderBy(method => method.Name).ToArray())
            from arguments in part.ArrayOf(method.Fewest)
            select (Node)new Node.Call(0, target, method, [.. arguments], optional))
        select optional ? new Node.Chain(0, link) : link;

    private static Gen<ImmutableArray<Node>> Several(Gen<Node> part) =>
        from count in Gen.Choose(0, 3) from items in part.ArrayOf(count) select items.ToImmutableArray();

    private static Node Join(Operator what, Node left, Node right) =>
        what <= Operator.And ? new Node.Logic(0, what, left, right) : new Node.Binary(0, what, left, right);

    private static string Break(string text, (int Place, int Kind, char With) change)
    {
        var at = change.Place % (text.Length + 1);
        return change.Kind switch
        {
            0 => text.Insert(at, change.With.ToString()),
            1 when at < text.Length => text.Remove(at, 1),
            2 => text[..at] + text,
            _ => text[..at] + change.With + text[Math.Min(text.Length, at + 1)..],
        };
    }
}
