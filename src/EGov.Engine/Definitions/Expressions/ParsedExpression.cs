using System.Collections.Immutable;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>An expression that was read once and can be evaluated any number of times. Two are equal when their texts are.</summary>
public sealed record ParsedExpression
{
    internal ParsedExpression(string text, Node root, ImmutableArray<Problem> problems, ImmutableArray<Mention> variables, ImmutableArray<Mention> inputs) =>
        (Text, Root, Problems, Variables, Inputs) = (text, root, problems, variables, inputs);

    /// <summary>The text as written.</summary>
    public string Text { get; }

    /// <summary>What is wrong with it, at lines and columns of <see cref="Text"/>; empty when it can be evaluated.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Every place that names a variable, in reading order.</summary>
    public ImmutableArray<Mention> Variables { get; }

    /// <summary>Every place that names an input, in reading order.</summary>
    public ImmutableArray<Mention> Inputs { get; }

    internal Node Root { get; }

    /// <summary>Evaluates it; never throws, and gives the same for the same scope. One with problems fails with the first of them.</summary>
    public Evaluation Evaluate(IScope scope) =>
        Problems.IsEmpty ? new Evaluator(Text, scope).Whole(Root) : Evaluation.Failed(Problems[0]);

    /// <inheritdoc/>
    public bool Equals(ParsedExpression? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
