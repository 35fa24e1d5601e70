using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace EGov.Engine.Definitions;

/// <summary>What came of reading an expression: the expression, or what is wrong with it.</summary>
/// <param name="Expression">The expression; null when there are problems.</param>
/// <param name="Problems">Lines and columns are those inside the script; 0 when it is not about a script.</param>
public sealed record ExpressionReading(Expression? Expression, ImmutableArray<Problem> Problems)
{
    /// <summary>Whether it was read.</summary>
    [MemberNotNullWhen(true, nameof(Expression))]
    public bool Succeeded => Expression is not null;

    internal static ExpressionReading Of(Expression expression) => new(expression, []);

    internal static ExpressionReading Refused(string code, params string[] arguments) => new(null, [Problem.At(0, 0, null, code, arguments)]);
}
