using System.Collections.Immutable;
using EGov.Engine.Activities;
using EGov.Engine.Activities.Approval;
using EGov.Engine.Clocks;

namespace EGov.Engine.Definitions;

/// <summary>A ladder (督办梯级) a definition draws or could draw: one for each clock that a box starts.</summary>
/// <param name="Node">The box that starts the clock.</param>
/// <param name="Input">The input that holds the ladder.</param>
/// <param name="LimitInWorkingDays">The limit it leans on, as far as it is fixed; 0 where there is none, null where the case decides.</param>
/// <param name="Text">What is written; empty where the usual ladder applies.</param>
public sealed record DrawnLadder(ActivityNode Node, InputDescriptor Input, int? LimitInWorkingDays, string Text)
{
    /// <summary>What the text says, held against the limit.</summary>
    public LadderReading Reading => LadderText.Read(Text, LimitInWorkingDays is > 0 ? LimitInWorkingDays : null);

    /// <summary>Every ladder of a definition, in the order of its boxes.</summary>
    public static ImmutableArray<DrawnLadder> Of(WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return
        [
            .. from node in workflow.Nodes
               from input in node.Behaviour.Descriptor.Inputs
               where input.LimitOfLadder is not null
               select new DrawnLadder(node, input, LimitOf(workflow, node, input.LimitOfLadder!), node.Inputs.GetValueOrDefault(input.Name)?.Constant is Value.Text { Content: var text } ? text : ""),
        ];
    }

    /// <summary>The ladder of one input of one box.</summary>
    internal static DrawnLadder Of(WorkflowDefinition workflow, ActivityNode node, InputDescriptor input, string text) => new(node, input, LimitOf(workflow, node, input.LimitOfLadder!), text);

    /// <summary>An input of the box, or a fact of the item.</summary>
    private static int? LimitOf(WorkflowDefinition workflow, ActivityNode node, string name) => name switch
    {
        "statutoryLimitInWorkingDays" => workflow.Facts.Item is null ? null : workflow.Facts.StatutoryLimitInWorkingDays,
        "promisedLimitInWorkingDays" => workflow.Facts.Item is null ? null : workflow.Facts.PromisedLimitInWorkingDays,
        _ when node.Behaviour is Consult && !node.Inputs.ContainsKey(name) => Consult.UsualLimit(node.Inputs.GetValueOrDefault("kind")?.Constant?.AsText() ?? "opinion"),
        _ => node.Inputs.TryGetValue(name, out var given)
            ? given.Constant?.ToInteger()
            : node.Behaviour.Descriptor.Inputs.FirstOrDefault(input => input.Name == name)?.Default?.ToInteger(),
    };
}
