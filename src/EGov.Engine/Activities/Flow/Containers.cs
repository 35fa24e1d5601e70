using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>What containers and loops share.</summary>
internal static class Containers
{
    /// <summary>Bodies one order may start at once in a parallel loop.</summary>
    public const int MostBodies = 1_000;

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

    /// <summary>The items to go through: a list, a JSON array text, or one single value.</summary>
    public static ImmutableArray<Value> Items(this ActivityContext here) => here.Input("items") switch
    {
        Value.List list => list.Items,
        Value.Text text when Value.TryParseJson(text.Content, out var parsed) && parsed is Value.List list => list.Items,
        Value.Nothing => [],
        var single => [single],
    };
}
