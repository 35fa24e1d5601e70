using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Activities;

/// <summary>What an expression sees from where it stands: variables of the run, of its containers and of the workflow; inputs of the case.</summary>
internal sealed class CaseScope(Story story, int number) : IScope
{
    public Value? Variable(string nameOrId)
    {
        for (var instance = story.State.Find(number); instance is not null; instance = story.State.Find(instance.Parent))
        {
            if (instance.Locals is not { } locals) continue;
            if (locals.TryGetValue(nameOrId, out var local)) return local;
            if (Declared(story.Workflow.Nodes[instance.Node].Variables, nameOrId) is { } id && locals.TryGetValue(id, out var named)) return named;
        }

        return Declared(story.Workflow.Variables, nameOrId) is { } global ? story.State.Variables.GetValueOrDefault(global, Value.Null) : null;
    }

    public Value? Input(string name)
    {
        for (var instance = story.State.Find(number); instance is not null; instance = story.State.Find(instance.Parent))
            if (instance.Locals?.TryGetValue("input:" + name, out var given) == true) return given;
        return story.State.Inputs.GetValueOrDefault(name);
    }

    /// <summary>The story with the variable set where it is declared, nearest first; null when nothing declares it.</summary>
    public static Story? Assign(Story story, int number, string nameOrId, Value value)
    {
        for (var instance = story.State.Find(number); instance is not null; instance = story.State.Find(instance.Parent))
        {
            if (instance.Locals is not { } locals) continue;
            var id = Declared(story.Workflow.Nodes[instance.Node].Variables, nameOrId) ?? nameOrId;
            if (locals.ContainsKey(id)) return story.Then(new VariableSet(instance.Number, id, value));
        }

        return Declared(story.Workflow.Variables, nameOrId) is { } global ? story.Then(new VariableSet(0, global, value)) : null;
    }

    private static string? Declared(System.Collections.Immutable.ImmutableArray<VariableDeclaration> variables, string nameOrId)
    {
        foreach (var variable in variables)
            if (variable.Id == nameOrId || variable.Name == nameOrId) return variable.Id;
        return null;
    }
}
