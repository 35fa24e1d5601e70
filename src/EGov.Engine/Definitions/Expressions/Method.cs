using System.Collections.Frozen;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>A function called on a text or a list. Each is pure; a new one is a line in <see cref="All"/>.</summary>
/// <param name="Name">As written.</param>
/// <param name="Fewest">Arguments it needs.</param>
/// <param name="Most">Arguments it takes.</param>
/// <param name="Apply">What it does; null when the value it is called on does not have it.</param>
internal sealed record Method(string Name, int Fewest, int Most, Func<Value, Value[], Value?> Apply) : Callable(Name, Fewest, Most)
{
    public static readonly FrozenDictionary<string, Method> All = new Method[]
    {
        new("includes", 1, 1, (target, x) => Either(target,
            text => Value.Of(text.Contains(x[0].AsText(), StringComparison.Ordinal)),
            list => Value.Of(list.Items.Contains(x[0])))),
        new("indexOf", 1, 1, (target, x) => Either(target,
            text => Value.Of(text.IndexOf(x[0].AsText(), StringComparison.Ordinal)),
            list => Value.Of(IndexOf(list, x[0])))),
        new("join", 0, 1, (target, x) => target is Value.List list ? Value.Of(Value.Join(list, x is [var separator] ? separator.AsText() : ",")) : null),
        OnText("startsWith", 1, (text, x) => Value.Of(text.StartsWith(x[0].AsText(), StringComparison.Ordinal))),
        OnText("endsWith", 1, (text, x) => Value.Of(text.EndsWith(x[0].AsText(), StringComparison.Ordinal))),
        // One character for one: the sharp s stays, where JavaScript writes SS.
        OnText("toUpperCase", 0, (text, _) => Value.Of(text.ToUpperInvariant())),
        OnText("toLowerCase", 0, (text, _) => Value.Of(text.ToLowerInvariant())),
        OnText("trim", 0, (text, _) => Value.Of(WhiteSpace.Trim(text).ToString())),
    }.ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);

    private static Method OnText(string name, int arguments, Func<string, Value[], Value> apply) =>
        new(name, arguments, arguments, (target, x) => target is Value.Text text ? apply(text.Content, x) : null);

    private static Value? Either(Value target, Func<string, Value> onText, Func<Value.List, Value> onList) => target switch
    {
        Value.Text text => onText(text.Content),
        Value.List list => onList(list),
        _ => null,
    };

    // As ===: not-a-number is found by includes, but has no index.
    private static int IndexOf(Value.List list, Value wanted) =>
        wanted is Value.Number { Content: double.NaN } ? -1 : list.Items.IndexOf(wanted);
}
