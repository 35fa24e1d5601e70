using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>What containers and loops share.</summary>
internal static class Containers
{
    /// <summary>Bodies one order may start at once in a parallel loop.</summary>
    public const int MostBodies = 1_000;

    /// <summary>No variable can have such a name.</summary>
    private static string Key(string input) => "input:" + input;

    /// <summary>What a loop or sequence remembers when it is to begin nothing more.</summary>
    public static Value Leaving { get; } = Value.Of("leaving");

    /// <summary>True when a break asked to leave the loop or sequence.</summary>
    public static bool IsLeaving(this ActivityContext here) => here.Instance.Memory == Leaving;

    /// <summary>Completes the container when nothing in it runs or waits for its turn.</summary>
    public static Story CompleteWhenIdle(this ActivityContext here)
    {
        var number = here.Number;
        return here.State.Live.Any(i => i.Parent == number) || here.Story.HasPendingInside(number) ? here.Story : here.Complete();
    }

    /// <summary>Runs the loop's body once more with the variables of the round, and notes the round.</summary>
    public static Story Round(this ActivityContext here, int round, Value current)
    {
        if (!here.Node.Embedded.TryGetValue("body", out var body)) return here.Complete();
        var story = here.Remember(Value.Of(round));
        return here.In(here.In(story).Bind("currentValue", current)).Schedule(body, Locals(round, current));
    }

    /// <summary>CurrentIndex and CurrentValue, as Elsa names them.</summary>
    public static ImmutableSortedDictionary<string, Value> Locals(int round, Value current) =>
        ImmutableSortedDictionary<string, Value>.Empty.Add("CurrentIndex", Value.Of(round)).Add("CurrentValue", current);

    /// <summary>The rounds done so far; -1 before the first.</summary>
    public static int LastRound(this ActivityContext here) => here.Instance.Memory?.ToInteger() ?? -1;

    /// <summary>Keeps inputs as they are now: a loop goes by what it was given, even when its body changes that.</summary>
    public static ActivityContext Keep(this ActivityContext here, params ReadOnlySpan<string> inputs)
    {
        foreach (var input in inputs)
            if (here.Node.Inputs.TryGetValue(input, out var expression) && expression.Constant is null)
                here = here.In(here.Story.Then(new VariableSet(here.Number, Key(input), here.Input(input))));
        return here;
    }

    /// <summary>An input as it was when the loop began.</summary>
    public static Value Kept(this ActivityContext here, string input) =>
        here.Instance.Locals?.TryGetValue(Key(input), out var kept) == true ? kept : here.Input(input);

    /// <summary>The items to go through: a list, a JSON array text, or one single value.</summary>
    public static ImmutableArray<Value> ItemsOf(Value input) => input switch
    {
        Value.List list => list.Items,
        Value.Text text when Value.TryParseJson(text.Content, out var parsed) && parsed is Value.List list => list.Items,
        Value.Nothing => [],
        var single => [single],
    };
}
