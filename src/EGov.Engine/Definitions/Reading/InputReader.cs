using System.Collections.Immutable;
using EGov.Engine.Activities;

namespace EGov.Engine.Definitions.Reading;

/// <summary>What an activity is given and what it gives away: the wrappers that Studio's editors write, and plain values.</summary>
internal sealed class InputReader(string file, Findings findings)
{
    /// <summary>The inputs the activity type knows; one that was left empty is absent.</summary>
    public ImmutableDictionary<string, Expression> ReadInputs(Form activity, ActivityDescriptor descriptor)
    {
        var inputs = ImmutableDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var input in descriptor.Inputs)
            if (!IsReadApart(input) && activity.Map.Find(input.Name) is { } written && Read(written, activity.Activity) is { } expression && !IsEmpty(expression, input))
                inputs[input.Name] = input.Hint == "dictionary" ? ReadEntries(expression, written, activity.Activity) : expression;
        return inputs.ToImmutable();
    }

    /// <summary>What the dictionary editor wrote: <c>{"name":{"type":"JavaScript","value":"…"}}</c>. An entry in any other form stands for itself.</summary>
    private Expression ReadEntries(Expression dictionary, Written written, ActivityId? activity)
    {
        if (dictionary.Constant is not Value.Map map || !map.Entries.Values.Any(IsTyped)) return dictionary;
        var entries = ImmutableSortedDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var (name, entry) in map.Entries)
        {
            var reading = IsTyped(entry) ? ExpressionReader.Read(entry) : ExpressionReading.Of(new Expression.Literal(entry));
            entries[name] = reading.Expression ?? Expression.Empty;
            foreach (var problem in reading.Problems)
                findings.Add(written.Place, activity, problem.Code, [.. problem.Arguments, name, $"{Findings.Figure(problem.Line)}:{Findings.Figure(problem.Column)}"]);
        }

        return new Expression.Dictionary(entries.ToImmutable());
    }

    private static bool IsTyped(Value entry) => entry is Value.Map { Entries: var members } && members.ContainsKey("type") && members.ContainsKey("value");

    /// <summary>Outputs that are bound to a variable, by its id.</summary>
    public static ImmutableDictionary<string, string> ReadOutputs(Form activity, ActivityDescriptor descriptor)
    {
        var outputs = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var output in descriptor.Outputs)
            if (activity.Map.Find(output) is Written.Map bound && bound.Find("memoryReference") is Written.Map memory
                && memory.Find("id") is Written.Plain { Value: Value.Text { Content: { Length: > 0 } variable } })
                outputs[output] = variable;
        return outputs.ToImmutable();
    }

    /// <summary>The variable that a picker wrote: the variable itself, its id, or either of them wrapped.</summary>
    public string? ReadVariable(Form activity, string name)
    {
        if (activity.Map.Find(name) is not { } written) return null;
        if (written is Written.Map map && map.Find("id") is Written.Plain { Value: Value.Text { Content: { Length: > 0 } id } }) return id;
        return Read(written, activity.Activity) switch
        {
            Expression.Variable variable => variable.Id,
            { Constant: Value.Text { Content: { Length: > 0 } text } } => text,
            _ => null,
        };
    }

    /// <summary>An expression, or the constant that stands in its place; null and a finding when it cannot be read.</summary>
    public Expression? Read(Written written, ActivityId? activity)
    {
        if (!IsExpression(written)) return new Expression.Literal(written.ToValue());
        var reading = ExpressionReader.Read(written.ToValue());
        foreach (var problem in reading.Problems) Note(problem, ScriptOf(written) ?? written, activity);
        return reading.Expression;
    }

    // Cases and variables have editors and members of their own.
    private static bool IsReadApart(InputDescriptor input) =>
        input.Hint is "switch-editor" or "flow-switch-editor" || input.TypeName == "Variable";

    /// <summary>A cleared box holds an empty text; only where any value may stand is that a value.</summary>
    private static bool IsEmpty(Expression expression, InputDescriptor input) =>
        expression.Constant is Value.Nothing || (input.TypeName != "Object" && expression.Constant is Value.Text { Content.Length: 0 });

    private static bool IsExpression(Written written) => written is Written.Map map
        && (map.Members.Any(m => m.Name is "expression" or "typeName") || map.Find("type") is Written.Plain { Value: Value.Text });

    private void Note(Problem problem, Written written, ActivityId? activity)
    {
        if (problem.Line > 0 && written is Written.Plain { Value: Value.Text script })
        {
            var inScript = $"{Findings.Figure(problem.Line)}:{Findings.Figure(problem.Column)}";
            findings.Add(
                ScriptPlaces.InFile(file, written.Place, script.Content, problem), activity, problem.Code, [.. problem.Arguments, inScript]);
        }
        else
        {
            findings.Add(written.Place, activity, problem.Code, [.. problem.Arguments]);
        }
    }

    private static Written? ScriptOf(Written written) => written is Written.Map map
        ? (map.Find("expression") as Written.Map ?? map).Find("value")
        : null;
}
