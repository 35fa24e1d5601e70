using System.Collections.Immutable;
using EGov.Engine.Activities;
using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Definitions.Reading;

/// <summary>Every activity of a text in document order, each linked to what it does and contains.</summary>
internal sealed class ActivityReader(
    ActivityRegistry registry, ImmutableArray<WorkflowDefinition> library, string definition, InputReader inputs, Findings findings)
{
    private readonly List<ActivityNode?> nodes = []; // null while what it contains is being read
    private readonly HashSet<ActivityId> ids = [];
    private readonly ConnectionReader connections = new(findings);
    private readonly CompositeLinker linker = new(library, definition, findings);
    private bool isFull;

    /// <summary>The nodes, the root first; those that could not be read are missing, which is a finding.</summary>
    public ImmutableArray<ActivityNode> ReadAll(Written root)
    {
        var type = (root as Written.Map)?.Find("type") is Written.Plain { Value: Value.Text text } ? text.Content : "";
        if (type == "Elsa.StateMachine") findings.Add(root.Place, null, "root-unsupported", type);
        else Read(root, -1, "Workflow1", 1);
        return nodes.Contains(null) ? [.. nodes.OfType<ActivityNode>()] : Asked([.. nodes.OfType<ActivityNode>()]);
    }

    /// <summary>The nodes, each with what expressions ask of it.</summary>
    private static ImmutableArray<ActivityNode> Asked(ImmutableArray<ActivityNode> nodes)
    {
        var asked = nodes.ToBuilder();
        foreach (var node in nodes)
            foreach (var mention in node.Inputs.Values.Concat(node.Cases.Select(option => option.Condition)).SelectMany(expression => expression.Variables))
                if (mention.ByAccessor && OutputAccess.Find(nodes, node, mention.Name) is var (box, output) && !asked[box.Index].Asked.Contains(output))
                    asked[box.Index] = asked[box.Index] with { Asked = asked[box.Index].Asked.Add(output) };
        return asked.ToImmutable();
    }

    /// <summary>Reads an activity with all it contains: its index, or null and a finding.</summary>
    private int? Read(Written written, int parent, string path, int depth)
    {
        if (written is not Written.Map map)
        {
            findings.Add(written.Place, null, "activity-malformed");
            return null;
        }

        var form = new Form(map, findings);
        if (ReadId(form) is not { } id) return null;
        form = form with { Activity = id };
        JudgeMergeMode(form);
        if (FindBehaviour(form) is not { } behaviour || !HasRoom(form)) return null;

        var index = nodes.Count;
        nodes.Add(null);
        var node = Describe(form, behaviour) with { Index = index, Parent = parent, NodeId = $"{path}:{id}" };
        nodes[index] = behaviour is Composite composite ? Link(composite, node, depth) : ReadInside(form, node, depth);
        return index;
    }

    private ActivityId? ReadId(Form form)
    {
        if (form.Name("id") is not { } text)
        {
            form.Complain("id", "activity-id-empty");
            return null;
        }

        var id = new ActivityId(text);
        if (!ids.Add(id)) (form with { Activity = id }).Complain("id", "activity-id-twice", text);
        return id;
    }

    private static void JudgeMergeMode(Form form)
    {
        if (form.Map.Find("customProperties") is Written.Map custom && new Form(custom, form.Findings, form.Activity) is var properties
            && properties.Text("mergeMode") is { } mode and not ("" or "None" or "Stream"))
            properties.Complain("mergeMode", "merge-mode-unsupported", mode);
    }

    private IActivity? FindBehaviour(Form form)
    {
        if (form.Name("type") is not { } type)
        {
            form.Complain("type", "activity-type-missing");
            return null;
        }

        var version = form.Whole("version");
        if (!registry.Knows(type)) return linker.Find(form, type, version);
        var behaviour = version is { } wanted
            ? registry.Find(type, wanted)
            : registry.All.Where(a => a.Descriptor.Type == type).MaxBy(a => a.Descriptor.Version);
        if (behaviour is null) form.Complain("version", "activity-version-unknown", type, Findings.Figure(version ?? 0));
        return behaviour;
    }

    private bool HasRoom(Form form)
    {
        if (nodes.Count < ElsaJson.MostActivities) return true;
        if (!isFull) form.Complain("id", "too-many-activities", Findings.Figure(ElsaJson.MostActivities));
        isFull = true;
        return false;
    }

    private ActivityNode Describe(Form form, IActivity behaviour)
    {
        var (id, metadata) = (form.Activity ?? default, form.Map.Find("metadata") as Written.Map);
        var caption = metadata is null ? null : new Form(metadata, findings, id).Name("displayText");
        var others = metadata?.Find("displayTexts") as Written.Map;
        return new ActivityNode
        {
            Index = 0, Parent = -1, NodeId = "", Id = id,
            Type = form.Text("type") ?? "", Version = behaviour.Descriptor.Version, Behaviour = behaviour,
            Title = caption ?? form.Name("name") ?? id.Value, TitleInEnglish = others is null ? null : new Form(others, findings, id).Name("en"), Name = form.Name("name"),
            Inputs = inputs.ReadInputs(form, behaviour.Descriptor),
            Outputs = InputReader.ReadOutputs(form, behaviour.Descriptor),
            Variable = behaviour.Descriptor.Inputs.FirstOrDefault(i => i.TypeName == "Variable") is { } picker ? inputs.ReadVariable(form, picker.Name) : null,
            Drawn = PlaceReader.Read(metadata),
            Line = form.Place.Line, Column = form.Place.Column,
        };
    }

    /// <summary>What a container holds, in the order of the text.</summary>
    private ActivityNode ReadInside(Form form, ActivityNode node, int depth)
    {
        foreach (var (name, written) in form.Map.Members)
        {
            if (written is Written.Plain { Value: Value.Nothing }) continue;
            if (name == "activities" && node.Behaviour is Flowchart or Sequence) node = node with { Children = ReadChildren(form, node, depth) };
            else if (name == "cases" && node.Behaviour is FlowSwitch or Switch) node = node with { Cases = ReadCases(form, node, depth) };
            else if (node.Behaviour.Descriptor.Ports.Contains(name) && Read(written, node.Index, node.NodeId, depth + 1) is { } inner)
                node = node with { Embedded = node.Embedded.Add(name, inner) };
        }

        if (node.Behaviour is IContainer) node = node with { Variables = VariableReader.Read(form) };
        return node.Behaviour is Flowchart ? node with { Graph = connections.Read(form, [.. node.Children.Select(child => nodes[child]).OfType<ActivityNode>()]) } : node;
    }

    private ImmutableArray<int> ReadChildren(Form form, ActivityNode node, int depth)
    {
        var children = ImmutableArray.CreateBuilder<int>();
        foreach (var written in form.Items("activities"))
            if (Read(written, node.Index, node.NodeId, depth + 1) is { } child) children.Add(child);
        return children.DrainToImmutable();
    }

    private ImmutableArray<SwitchCase> ReadCases(Form form, ActivityNode node, int depth)
    {
        var cases = ImmutableArray.CreateBuilder<SwitchCase>();
        foreach (var option in form.Forms("cases"))
        {
            var label = option.Name("label");
            if (label is null) option.Complain("label", "case-without-label");
            var condition = option.Map.Find("condition") is { } written ? inputs.Read(written, node.Id) : Expression.Empty;
            var body = node.Behaviour is Switch && option.Map.Find("activity") is { } inner ? Read(inner, node.Index, node.NodeId, depth + 1) : null;
            cases.Add(new(label ?? "", condition ?? Expression.Empty, body));
        }

        return cases.DrainToImmutable();
    }

    private ActivityNode Link(Composite composite, ActivityNode box, int depth)
    {
        var inner = linker.Link(composite.Inner, box, nodes.Count, depth);
        nodes.AddRange(inner);
        return inner.IsEmpty ? box : box with { Embedded = box.Embedded.Add("root", inner[0].Index), Variables = composite.Inner.Variables };
    }
}
