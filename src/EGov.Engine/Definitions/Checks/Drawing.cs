using System.Collections.Immutable;
using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Definitions.Checks;

/// <summary>One flowchart of a definition, as the checks look at it.</summary>
internal sealed class Drawing(WorkflowDefinition workflow, ActivityNode flowchart)
{
    public WorkflowDefinition Workflow { get; } = workflow;

    public FlowGraph Graph { get; } = flowchart.Graph!; // only made for flowcharts

    public IEnumerable<ActivityNode> Nodes => flowchart.Children.Select(child => Workflow.Nodes[child]);

    public IEnumerable<ActivityNode> Reachable => Nodes.Where(node => Graph.IsReachable(node.Index));

    /// <summary>The outcomes a box may end with: a terminal one ends the drawing instead.</summary>
    public static ImmutableArray<string> PortsOf(ActivityNode node) =>
        node.Behaviour.Descriptor.IsTerminal ? [] : node.Behaviour.Descriptor.PortsOf(node);

    /// <summary>The outcomes of a box that no path carries on.</summary>
    public IEnumerable<string> DanglingPorts(ActivityNode node) =>
        PortsOf(node).Except(Graph.Outbound(node.Index).Select(path => path.Port), StringComparer.Ordinal);

    /// <summary>True for a join that is entered only when every path into it was followed.</summary>
    public static bool WaitsForAll(ActivityNode node) => node.Behaviour is FlowJoin && FlowJoin.ModeOf(node) == JoinMode.WaitAll;

    public static Problem At(ActivityNode node, string code, params string[] arguments) => Problem.At(node.Line, node.Column, node.Id, code, arguments);
}
