using System.Diagnostics;
using EGov.Engine.Definitions;
using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Tests.Definitions.Expressions;

/// <summary>Writes a tree with as few parentheses as JavaScript's grammar allows, from a table of its own.</summary>
internal static class ScriptPrinter
{
    private const int Whole = 0, Prefix = 20, Link = 21;

    private static readonly Dictionary<Operator, (string Sign, int Binding)> Signs = new()
    {
        [Operator.Coalesce] = ("??", 2),
        [Operator.Or] = ("||", 3),
        [Operator.And] = ("&&", 4),
        [Operator.Same] = ("===", 8),
        [Operator.NotSame] = ("!==", 8),
        [Operator.Equal] = ("==", 8),
        [Operator.NotEqual] = ("!=", 8),
        [Operator.Less] = ("<", 9),
        [Operator.LessOrEqual] = ("<=", 9),
        [Operator.Greater] = (">", 9),
        [Operator.GreaterOrEqual] = (">=", 9),
        [Operator.Add] = ("+", 11),
        [Operator.Subtract] = ("-", 11),
        [Operator.Multiply] = ("*", 12),
        [Operator.Divide] = ("/", 12),
        [Operator.Remainder] = ("%", 12),
    };

    public static string Print(Node node) => Print(node, Whole);

    private static string Print(Node node, int around) => node switch
    {
        Node.Literal { Value: Value.Number } literal => Within(literal.Value.ToJson(), 1000, around == Link ? 1001 : 0),
        Node.Literal { Value: Value.Text text } => Quote(text.Content),
        Node.Literal literal => literal.Value.ToJson(),
        Node.Variable variable => "variables." + variable.Name,
        Node.Input input => $"getInput('{input.Name}')",
        Node.List list => $"[{Several(list.Items)}]",
        Node.Map map => Within("{" + string.Join(", ", map.Names.Zip(map.Values, (name, value) => $"{Quote(name)}: {Print(value, Whole)}")) + "}", 0, 1),
        Node.Template template => Template(template),
        Node.Unary unary => Within($"{unary.Sign} {Print(unary.Operand, Prefix)}", Prefix, around),
        Node.Binary binary => Joined(binary.Operator, binary.Left, binary.Right, around),
        Node.Logic logic => Joined(logic.Operator, logic.Left, logic.Right, around),
        Node.Choice choice => Within($"{Print(choice.Condition, 2)} ? {Print(choice.Then, Whole)} : {Print(choice.Else, Whole)}", 1, around),
        Node.FunctionCall call => $"{call.Function.Name}({Several(call.Arguments)})",
        Node.Chain chain => Within(Links(chain.Links), Prefix, around == Link ? Link : 0),
        _ => Links(node),
    };

    private static string Links(Node node) => node switch
    {
        Node.Member member => Print(member.Target, Link) + (member.Optional ? "?." : ".") + member.Name,
        Node.Index index => Print(index.Target, Link) + (index.Optional ? "?." : "") + $"[{Print(index.Key, Whole)}]",
        Node.Call call => Print(call.Target, Link) + (call.Optional ? "?." : ".") + $"{call.Method.Name}({Several(call.Arguments)})",
        _ => throw new UnreachableException(node.GetType().Name),
    };

    private static string Joined(Operator what, Node left, Node right, int around)
    {
        var (sign, binding) = Signs[what];
        return Within($"{Side(what, left, binding)} {sign} {Side(what, right, binding + 1)}", binding, around);
    }

    private static string Side(Operator what, Node side, int around)
    {
        var mixes = side is Node.Logic { Operator: var other } && what != other && (what == Operator.Coalesce || other == Operator.Coalesce);
        return Print(side, mixes && what <= Operator.And ? Prefix : around);
    }

    private static string Within(string text, int binding, int around) => binding < around ? $"({text})" : text;

    private static string Several(IEnumerable<Node> nodes) => string.Join(", ", nodes.Select(node => Print(node)));

    private static string Template(Node.Template template) => "`" + string.Concat(template.Texts.Select((text, i) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("`", @"\`", StringComparison.Ordinal).Replace("$", @"\$", StringComparison.Ordinal)
        + (i < template.Holes.Length ? "${" + Print(template.Holes[i], Whole) + "}" : ""))) + "`";

    private static string Quote(string text) =>
        "'" + text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal) + "'";
}
