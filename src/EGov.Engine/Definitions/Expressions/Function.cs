using System.Collections.Frozen;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>A function an expression may call. Each is pure; a new one is a line in <see cref="All"/>.</summary>
/// <param name="Name">As written, with its library.</param>
/// <param name="Fewest">Arguments it needs.</param>
/// <param name="Most">Arguments it takes.</param>
/// <param name="Apply">What it does.</param>
internal sealed record Function(string Name, int Fewest, int Most, Func<Value[], Value> Apply) : Callable(Name, Fewest, Most)
{
    private const int Any = int.MaxValue;

    public static readonly FrozenDictionary<string, Function> All = new Function[]
    {
        new("Math.min", 0, Any, numbers => Value.Of(numbers.Aggregate(double.PositiveInfinity, (least, next) => Math.Min(least, next.AsNumber())))),
        new("Math.max", 0, Any, numbers => Value.Of(numbers.Aggregate(double.NegativeInfinity, (most, next) => Math.Max(most, next.AsNumber())))),
        new("Math.abs", 1, 1, x => Value.Of(Math.Abs(x[0].AsNumber()))),
        new("Math.floor", 1, 1, x => Value.Of(Math.Floor(x[0].AsNumber()))),
        new("Math.ceil", 1, 1, x => Value.Of(Math.Ceiling(x[0].AsNumber()))),
        new("Math.round", 1, 1, x => Value.Of(Round(x[0].AsNumber()))),
        new("String", 0, 1, x => x is [var value] ? Value.Of(value.AsText()) : Value.EmptyText),
        new("Number", 0, 1, x => Value.Of(x is [var value] ? value.AsNumber() : 0)),
        new("Boolean", 0, 1, x => Value.Of(x is [{ IsTrue: true }])),
        new("JSON.stringify", 1, 1, x => Value.Of(x[0].ToJson())),
        new("isString", 1, 1, x => Value.Of(x[0] is Value.Text)),
    }.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    // Halves go up, towards the greater: -2.5 becomes -2. Adding a half first would round 0.49999999999999994 to 1.
    private static double Round(double number)
    {
        var below = Math.Floor(number);
        return number - below >= 0.5 ? below + 1 : below;
    }
}
