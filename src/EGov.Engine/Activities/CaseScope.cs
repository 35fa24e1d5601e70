using EGov.Engine.Activities.Flow;
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
            if (instance.Locals is not { } locals || IsInsideOnly(instance, nameOrId)) continue;
            if (locals.TryGetValue(nameOrId, out var local)) return local;
            if (Declared(story.Workflow.Nodes[instance.Node].Variables, nameOrId) is { } id && locals.TryGetValue(id, out var named)) return named;
        }

        return Declared(story.Workflow.Variables, nameOrId) is { } global ? story.State.Variables.GetValueOrDefault(global, Value.Null) : null;
    }

    public Value? Input(string name)
    {
        for (var instance = story.State.Find(number); instance is not null; instance = story.State.Find(instance.Parent))
        {
            if (instance.Number == number || story.Workflow.Nodes[instance.Node].Behaviour is not Composite box) continue;
            if (instance.Locals?.TryGetValue("input:" + name, out var given) == true) return given;
            if (box.Inner.Inputs.Any(input => input.Name == name)) return Value.Null;
        }

        return story.State.Inputs.GetValueOrDefault(name) ?? (story.Workflow.Inputs.Any(input => input.Name == name) ? Value.Null : null);
    }

    public Value? Output(string accessor)
    {
        if (story.State.Find(number) is not { } asking || OutputAccess.Find(story.Workflow.Nodes, story.Workflow.Nodes[asking.Node], accessor) is not var (box, output))
            return null;
        for (var instance = asking; instance is not null; instance = story.State.Find(instance.Parent))
            if (instance.Locals?.TryGetValue(OutputAccess.Key(box, output), out var given) == true) return given;
        return Value.Null;
    }

    /// <summary>The story with the variable set where it is declared, nearest first; null when nothing declares it.</summary>
    public static Story? Assign(Story story, int number, string nameOrId, Value value)
    {
        for (var instance = story.State.Find(number); instance is not null; instance = story.State.Find(instance.Parent))
        {
            if (instance.Locals is not { } locals || new CaseScope(story, number).IsInsideOnly(instance, nameOrId)) continue;
            var id = Declared(story.Workflow.Nodes[instance.Node].Variables, nameOrId) ?? nameOrId;
            if (locals.ContainsKey(id)) return story.Then(new VariableSet(instance.Number, id, value));
        }

        return Declared(story.Workflow.Variables, nameOrId) is { } global ? story.Then(new VariableSet(0, global, value)) : null;
    }

    /// <summary>A box that runs a workflow is given values by, and gives them to, what stands around it: there its inner variables mean nothing.</summary>
    private bool IsInsideOnly(ActivityInstance instance, string nameOrId) =>
        instance.Number == number
        && story.Workflow.Nodes[instance.Node] is { Behaviour: Composite, Variables: var inner }
        && Declared(inner, nameOrId) is not null;

    private static string? Declared(System.Collections.Immutable.ImmutableArray<VariableDeclaration> variables, string nameOrId)
    {
        foreach (var variable in variables)
            if (variable.Id == nameOrId || variable.Name == nameOrId) return variable.Id;
        return null;
    }
}
