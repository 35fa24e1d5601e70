using System.Collections.Immutable;
using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Definitions.Reading;

/// <summary>The paths of a flowchart and where it starts.</summary>
internal sealed class ConnectionReader(Findings findings)
{
    private int count;

    /// <summary>The graph over those activities of the flowchart that could be read.</summary>
    public FlowGraph Read(Form flowchart, ImmutableArray<ActivityNode> children)
    {
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var activity in Boxes(flowchart)) indexes.TryAdd(IdOf(activity) ?? "", -1);
        foreach (var child in children) indexes[child.Id.Value] = child.Index;

        var connections = ImmutableArray.CreateBuilder<Connection>();
        foreach (var form in flowchart.Forms("connections"))
            if (Count(form) && Read(form, indexes, connections.Count) is { } connection) connections.Add(connection);
        var start = FindStart(flowchart, indexes, children, connections);
        return new FlowGraph(connections.ToImmutable(), [.. children.Select(c => c.Index)], start);
    }

    private bool Count(Form form)
    {
        if (++count == ElsaJson.MostConnections + 1) findings.Add(form.Place, form.Activity, "too-many-connections", Findings.Figure(ElsaJson.MostConnections));
        return count <= ElsaJson.MostConnections;
    }

    private static Connection? Read(Form form, Dictionary<string, int> indexes, int position)
    {
        var (source, port) = End(form, "source", "sourcePort");
        var (target, _) = End(form, "target", "targetPort");
        var (from, to) = (Find(form, "source", source, indexes), Find(form, "target", target, indexes));
        return from < 0 || to < 0 ? null : new Connection(position, from, port ?? "Done", to);
    }

    // Today's form has an object at each end; the form of Elsa 3.0 has ids, and ports beside them.
    private static (string? Activity, string? Port) End(Form form, string end, string port)
    {
        if (form.Map.Find(end) is Written.Map) return form.Inner(end) is { } both ? (both.Name("activity"), both.Name("port")) : default;
        return (form.Name(end), form.Name(port));
    }

    /// <summary>The index of an activity; -1 when it was refused already, or is not in the flowchart, which is a finding.</summary>
    private static int Find(Form form, string end, string? id, Dictionary<string, int> indexes)
    {
        if (indexes.TryGetValue(id ?? "", out var index)) return index;
        form.Complain(end, "connection-activity-unknown", end, id ?? "");
        return -1;
    }

    /// <summary>Elsa's order: the start named, the first Start, the first that may start a workflow, the first nothing leads to, the first.</summary>
    private static int FindStart(
        Form flowchart, Dictionary<string, int> indexes, ImmutableArray<ActivityNode> children, IReadOnlyList<Connection> connections)
    {
        var named = flowchart.Map.Find("start") switch
        {
            Written.Map activity => IdOf(activity),
            Written.Plain { Value: Value.Text text } => text.Content,
            _ => null,
        };
        if (named is not null && indexes.TryGetValue(named, out var start)) return start;
        if (!string.IsNullOrEmpty(named)) flowchart.Complain("start", "start-unknown", named);

        var starters = Boxes(flowchart).Where(CanStart).Select(IdOf).ToHashSet();
        var targets = connections.Select(c => c.Target).ToHashSet();
        var first = children.FirstOrDefault(c => c.Behaviour is Start)
            ?? children.FirstOrDefault(c => starters.Contains(c.Id.Value))
            ?? children.FirstOrDefault(c => !targets.Contains(c.Index))
            ?? children.FirstOrDefault();
        return first?.Index ?? -1;
    }

    private static IEnumerable<Written.Map> Boxes(Form flowchart) =>
        flowchart.Map.Find("activities") is Written.List list ? list.Items.OfType<Written.Map>() : [];

    private static bool CanStart(Written.Map activity) =>
        activity.Find("customProperties") is Written.Map custom && custom.Find("canStartWorkflow") is Written.Plain { Value: Value.Bool { Content: true } };

    private static string? IdOf(Written.Map activity) => activity.Find("id") is Written.Plain { Value: Value.Text text } ? text.Content : null;
}
