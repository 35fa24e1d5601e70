using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>Evaluates one expression once. A part without a value gives null, and the reason is kept.</summary>
/// <remarks>The grammar cannot loop, so only sizes need bounds: of each text or list made, and of all the characters looked at.</remarks>
internal sealed partial class Evaluator(string text, IScope scope)
{
    private const long LargestValue = 1_000_000;
    private const long LargestEffort = 100_000_000; // characters; about a tenth of a second

    // Travels up a chain from a missing link; compared by reference, so it is never mistaken for a null of the case.
    private static readonly Value Cut = new Value.Nothing();

    private Problem? failure;
    private long effort;

    public Evaluation Whole(Node root)
    {
        var result = Run(root);
        if (result is Value.Number { Content: var number } && !double.IsFinite(number)) result = Fail(root.Offset, "evaluation-not-a-number");
        return result is null ? Evaluation.Failed(failure!) : Evaluation.Of(result);
    }

    private Value? Run(Node node) => node switch
    {
        Node.Literal literal => literal.Value,
        Node.Variable variable => Read(variable),
        Node.Binary binary => Run(binary),
        Node.Logic logic => Run(logic),
        Node.Member member => Run(member),
        Node.Unary unary => Run(unary),
        Node.Call call => Run(call),
        Node.Index index => Run(index),
        Node.Input input => scope.Input(input.Name) ?? Value.Null,
        Node.Choice choice => Run(choice.Condition) is { } condition ? Run(condition.IsTrue ? choice.Then : choice.Else) : null,
        Node.FunctionCall call => Run(call),
        Node.Template template => Run(template),
        Node.List list => Run(list),
        Node.Map map => Run(map),
        Node.Chain chain => Run(chain.Links) is { } end ? (ReferenceEquals(end, Cut) ? Value.Null : end) : null,
        _ => throw new UnreachableException(node.GetType().Name),
    };

    // Elsa writes an accessor for every variable and for every input; a variable of the same name comes first.
    private Value? Read(Node.Variable variable) =>
        scope.Variable(variable.Name)
        ?? (variable.OtherName is { } other ? scope.Variable(other) : null)
        ?? (variable.ByAccessor ? scope.Input(variable.Name) : null)
        ?? (variable is { ByAccessor: true, OtherName: { } small } ? scope.Input(small) : null)
        ?? (variable.ByAccessor ? scope.Output(variable.Name) : null)
        ?? Fail(variable.Offset, "evaluation-unknown-variable", variable.Name);

    private Value? Run(Node.Logic node)
    {
        if (Run(node.Left) is not { } left) return null;
        var decided = node.Operator switch
        {
            Operator.And => !left.IsTrue,
            Operator.Or => left.IsTrue,
            _ => left is not Value.Nothing,
        };
        return decided ? left : Run(node.Right);
    }

    private Value? Run(Node.Unary node)
    {
        if (Run(node.Operand) is not { } operand || !Spend(node, operand.Weight)) return null;
        return node.Sign switch
        {
            '!' => Value.Of(!operand.IsTrue),
            '-' => Value.Of(-operand.AsNumber()),
            _ => operand is Value.Number ? operand : Value.Of(operand.AsNumber()),
        };
    }

    private Value? Run(Node.Template node)
    {
        if (All(node.Holes) is not { } values || !Spend(node, values.Sum(value => value.Weight))) return null;
        return Kept(node, Value.Of(string.Concat(node.Texts.Zip([.. values.Select(value => value.AsText()), ""], string.Concat))));
    }

    private Value? Run(Node.List node) =>
        All(node.Items) is { } items && Storable(node, items) ? Kept(node, new Value.List([.. items])) : null;

    private Value? Run(Node.Map node) =>
        All(node.Values) is { } values && Storable(node, values) ? Kept(node, new Value.Map(node.Names.Zip(values, KeyValuePair.Create))) : null;

    // What JSON cannot hold must not get into a list, where nobody would look for it on the way out.
    private bool Storable(Node node, Value[] parts)
    {
        foreach (var part in parts)
        {
            if (part is not Value.Number { Content: var number } || double.IsFinite(number)) continue;
            Fail(node.Offset, "evaluation-not-a-number");
            return false;
        }

        return true;
    }

    private Value? Run(Node.FunctionCall node) =>
        All(node.Arguments) is { } arguments && Spend(node, arguments.Sum(argument => argument.Weight))
            ? Kept(node, node.Function.Apply(arguments))
            : null;

    private Value? Run(Node.Call node)
    {
        if (Target(node, node.Target, node.Method.Name, node.Optional) is not { } target) return null;
        if (ReferenceEquals(target, Cut)) return Cut;
        if (All(node.Arguments) is not { } arguments) return null;

        // A search may compare each character of one text with each of the other, some hundreds at a time.
        var sought = arguments.Sum(argument => argument.Weight);
        if (!Spend(node, target.Weight + sought + target.Weight * sought / 256)) return null;
        return node.Method.Apply(target, arguments) is { } result
            ? Kept(node, result)
            : Fail(node.Offset, "evaluation-not-a-function", node.Method.Name);
    }

    // The value a link hangs on: Cut where the chain ends early, null with a failure where it breaks.
    private Value? Target(Node link, Node node, string name, bool optional) => Run(node) switch
    {
        Value.Nothing missing when optional || ReferenceEquals(missing, Cut) => Cut,
        Value.Nothing => Fail(link.Offset, "evaluation-member-of-null", name),
        var target => target,
    };

    private Value[]? All(ImmutableArray<Node> nodes)
    {
        if (nodes.IsEmpty) return [];
        var values = new Value[nodes.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (Run(nodes[i]) is not { } value) return null;
            values[i] = value;
        }

        return values;
    }

    private Value? Kept(Node node, Value made)
    {
        if (made.Weight > LargestValue) return Fail(node.Offset, "evaluation-too-large", LargestValue.ToString(CultureInfo.InvariantCulture));
        if (made.Depth > Value.DeepestNesting) return Fail(node.Offset, "evaluation-too-deep", Value.DeepestNesting.ToString(CultureInfo.InvariantCulture));
        return Spend(node, made.Weight) ? made : null;
    }

    private bool Spend(Node node, long characters)
    {
        effort += characters;
        if (effort <= LargestEffort) return true;
        Fail(node.Offset, "evaluation-too-costly");
        return false;
    }

    private Value? Fail(int offset, string code, params string[] arguments)
    {
        failure ??= Faults.At(text, offset, code, arguments);
        return null;
    }
}
