using System.Diagnostics.CodeAnalysis;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>What came of an expression: a value, or the reason why there is none.</summary>
/// <remarks>A value that comes out can be stored and read back the same: it is finite, at most 64 levels deep and at most 1,000,000 characters long.</remarks>
public readonly record struct Evaluation
{
    private readonly Value? value;

    private Evaluation(Value? value, Problem? failure) => (this.value, Failure) = (value, failure);

    /// <summary>The result; <see cref="Value.Null"/> when it failed, so ask <see cref="Succeeded"/> first.</summary>
    public Value Value => value ?? Value.Null;

    /// <summary>Why there is no result, with the line and column inside the expression; null when there is one.</summary>
    public Problem? Failure { get; }

    /// <summary>Whether there is a result.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>A result.</summary>
    public static Evaluation Of(Value value) => new(value, null);

    /// <summary>No result.</summary>
    public static Evaluation Failed(Problem failure) => new(null, failure);
}
