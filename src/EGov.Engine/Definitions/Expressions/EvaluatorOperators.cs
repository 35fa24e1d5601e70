using System.Diagnostics;
using System.Globalization;

namespace EGov.Engine.Definitions.Expressions;

/// <content>Arithmetic, comparison and members, by the rules of ECMAScript.</content>
internal sealed partial class Evaluator
{
    private Value? Run(Node.Binary node)
    {
        if (Run(node.Left) is not { } left || Run(node.Right) is not { } right) return null;
        if (left is Value.Number a && right is Value.Number b) return OfNumbers(node.Operator, a.Content, b.Content);
        if (!Spend(node, left.Weight + right.Weight)) return null;
        return node.Operator switch
        {
            Operator.Same => Value.Of(left.Equals(right)),
            Operator.NotSame => Value.Of(!left.Equals(right)),
            Operator.Equal => Value.Of(LooselyEqual(left, right)),
            Operator.NotEqual => Value.Of(!LooselyEqual(left, right)),
            _ => OfPlain(node, Plain(left), Plain(right)),
        };
    }

    private Value? OfPlain(Node.Binary node, Value left, Value right)
    {
        var eitherText = left is Value.Text || right is Value.Text;
        if (node.Operator == Operator.Add && eitherText) return Kept(node, Value.Of(left.AsText() + right.AsText()));
        return left is Value.Text a && right is Value.Text b && node.Operator is >= Operator.Less and <= Operator.GreaterOrEqual
            ? OfNumbers(node.Operator, string.CompareOrdinal(a.Content, b.Content), 0)
            : OfNumbers(node.Operator, left.AsNumber(), right.AsNumber());
    }

    private static Value OfNumbers(Operator what, double left, double right) => what switch
    {
        Operator.Same or Operator.Equal => Value.Of(left == right),
        Operator.NotSame or Operator.NotEqual => Value.Of(left != right),
        Operator.Less => Value.Of(left < right),
        Operator.LessOrEqual => Value.Of(left <= right),
        Operator.Greater => Value.Of(left > right),
        Operator.GreaterOrEqual => Value.Of(left >= right),
        Operator.Add => Value.Of(left + right),
        Operator.Subtract => Value.Of(left - right),
        Operator.Multiply => Value.Of(left * right),
        Operator.Divide => Value.Of(left / right),
        Operator.Remainder => Value.Of(left % right),
        _ => throw new UnreachableException(what.ToString()),
    };

    private static bool LooselyEqual(Value left, Value right)
    {
        if (left.GetType() == right.GetType()) return left.Equals(right);
        if (left is Value.Nothing || right is Value.Nothing) return false;
        if (left is Value.List or Value.Map && right is Value.List or Value.Map) return false;
        var (a, b) = (Plain(left), Plain(right));
        return a is Value.Text && b is Value.Text ? a.Equals(b) : a.AsNumber() == b.AsNumber();
    }

    // ECMAScript's ToPrimitive: lists and maps take part as their texts.
    private static Value Plain(Value value) => value is Value.List or Value.Map ? Value.Of(value.AsText()) : value;

    private Value? Run(Node.Member node)
    {
        if (Target(node, node.Target, node.Name, node.Optional) is not { } target) return null;
        return ReferenceEquals(target, Cut) ? Cut : Member(target, node.Name);
    }

    private Value? Run(Node.Index node)
    {
        if (Target(node, node.Target, "[]", node.Optional) is not { } target) return null;
        if (ReferenceEquals(target, Cut)) return Cut;
        if (Run(node.Key) is not { } key || !Spend(node, key.Weight)) return null;
        return key is Value.Number { Content: var number } && target is not Value.Map ? Item(target, number) : Member(target, key.AsText());
    }

    private static Value Member(Value target, string name) => target switch
    {
        Value.Map map => map[name],
        Value.Text text when name == "length" => Value.Of(text.Content.Length),
        Value.List list when name == "length" => Value.Of(list.Items.Length),
        _ => IsPosition(name, out var position) ? Item(target, position) : Value.Null,
    };

    // '0' and '12' name items, '01' and '1.0' do not.
    private static bool IsPosition(string name, out int position) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out position) && (name.Length == 1 || name[0] != '0');

    private static Value Item(Value target, double position) => target switch
    {
        _ when position < 0 || Math.Floor(position) != position => Value.Null,
        Value.List list when position < list.Items.Length => list.Items[(int)position],
        Value.Text text when position < text.Content.Length => Value.Of(text.Content[(int)position].ToString()),
        _ => Value.Null,
    };
}
