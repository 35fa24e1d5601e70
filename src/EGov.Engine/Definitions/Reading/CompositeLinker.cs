using System.Collections.Immutable;
using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Definitions.Reading;

/// <summary>Definitions used as activities: finds the one a box names, and puts its nodes below the box.</summary>
internal sealed class CompositeLinker(ImmutableArray<WorkflowDefinition> library, string definition, Findings findings)
{
    /// <summary>What a box of a type that is not built in does; null and a finding when no definition stands behind it.</summary>
    /// <remarks>As Elsa does, the version asked for is taken when it is there, and the highest otherwise.</remarks>
    public Composite? Find(Form box, string type, int? version)
    {
        var usable = library.Where(d => d.UsableAsActivity).ToArray();
        var named = usable.Where(d => d.DefinitionId == box.Text("workflowDefinitionId")).ToArray();
        if (named.Length == 0) named = [.. usable.Where(d => Composite.TypeNameOf(d.Name) == type)];
        var inner = named.FirstOrDefault(d => d.Version == version) ?? named.MaxBy(d => d.Version);
        if (inner is null) box.Complain("type", "activity-unknown", type);
        else if (Contains(inner)) box.Complain("type", "definition-contains-itself", inner.Name);
        else return new Composite(inner);
        return null;
    }

    /// <summary>The inner definition's nodes as nodes of this one, from index <paramref name="first"/>; none and a finding when they do not fit.</summary>
    public ImmutableArray<ActivityNode> Link(WorkflowDefinition inner, ActivityNode box, int first, int depth)
    {
        var place = new Place(0, box.Line, box.Column);
        var fits = first + inner.Nodes.Length <= ElsaJson.MostActivities;
        if (!fits) findings.Add(place, box.Id, "too-many-activities", Findings.Figure(ElsaJson.MostActivities));
        else if (depth + Depth(inner) > ElsaJson.DeepestNesting) findings.Add(place, box.Id, "definition-too-deep", Findings.Figure(ElsaJson.DeepestNesting));
        else return [.. inner.Nodes.Select(node => Move(node, box, first))];
        return [];
    }

    private bool Contains(WorkflowDefinition inner) =>
        inner.DefinitionId == definition || inner.Nodes.Any(node => node.Behaviour is Composite deeper && deeper.Inner.DefinitionId == definition);

    private static int Depth(WorkflowDefinition inner)
    {
        var depths = new int[inner.Nodes.Length];
        foreach (var node in inner.Nodes) depths[node.Index] = node.Parent < 0 ? 1 : depths[node.Parent] + 1; // parents come first
        return depths.Max();
    }

    // Inner nodes have no place in this text; what is wrong with them is shown at the box.
    private static ActivityNode Move(ActivityNode node, ActivityNode box, int first) => node with
    {
        Index = node.Index + first,
        Parent = node.Parent < 0 ? box.Index : node.Parent + first,
        NodeId = box.NodeId + node.NodeId[node.NodeId.IndexOf(':', StringComparison.Ordinal)..],
        Children = [.. node.Children.Select(child => child + first)],
        Embedded = node.Embedded.ToImmutableSortedDictionary(port => port.Key, port => port.Value + first, node.Embedded.KeyComparer),
        Cases = [.. node.Cases.Select(option => option with { Body = option.Body + first })],
        Graph = node.Graph?.Moved(first),
        Line = box.Line,
        Column = box.Column,
    };
}
