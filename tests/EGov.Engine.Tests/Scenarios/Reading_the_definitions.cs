using EGov.Engine.Definitions;
using EGov.TestKit.Items;

namespace EGov.Engine.Tests.Scenarios;

/// <summary>Every version of every item can be read, published and drawn.</summary>
public class Reading_the_definitions
{
    // The largest Studio makes of our captions; it measures boxes anew whenever it draws.
    private const int BoxWidth = 260;
    private const int BoxHeight = 80;

    public static TheoryData<string, int> EveryVersion
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var folder in ItemFolder.All)
                foreach (var version in folder.Versions) data.Add(folder.Name, version);
            return data;
        }
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void it_is_read_without_a_problem(string item, int version)
    {
        var reading = ItemFolder.Named(item).Read(version);

        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void it_may_be_published(string item, int version)
    {
        var findings = DefinitionChecks.Check(ItemFolder.Named(item).Definition(version));

        Assert.True(findings.IsEmpty, string.Join('\n', findings));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void it_is_named_after_its_folder_and_file(string item, int version)
    {
        var definition = ItemFolder.Named(item).Definition(version);

        Assert.Equal((item, version), (definition.DefinitionId, definition.Version));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void every_outcome_leads_somewhere(string item, int version)
    {
        var open = from flow in Flowcharts(item, version)
                   from box in flow.Children.Select(child => flow.Definition.Nodes[child])
                   where !box.Behaviour.Descriptor.IsTerminal
                   from port in box.Behaviour.Descriptor.PortsOf(box)
                   where !flow.Graph.Outbound(box.Index).Any(path => path.Port == port)
                   select $"{box.Id}.{port}";

        Assert.Empty(open);
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void every_box_has_a_caption_of_its_own(string item, int version)
    {
        var unnamed = ItemFolder.Named(item).Drawn(version).Where(box => box.Caption is null || box.Caption == box.Id).Select(box => box.Id);

        Assert.Empty(unnamed);
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void no_two_boxes_overlap(string item, int version)
    {
        var boxes = ItemFolder.Named(item).Drawn(version);
        var overlapping = from one in boxes
                          from other in boxes
                          where string.CompareOrdinal(one.Id, other.Id) < 0
                          where Math.Abs(one.X - other.X) < BoxWidth && Math.Abs(one.Y - other.Y) < BoxHeight
                          select $"{one.Id} and {other.Id}";

        Assert.Empty(overlapping);
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void no_line_runs_through_a_box(string item, int version)
    {
        var boxes = ItemFolder.Named(item).Drawn(version).ToDictionary(box => box.Id);
        var crossing = from line in ItemFolder.Named(item).Lines(version)
                       let points = line.Bends.Prepend(MiddleOf(boxes[line.Source])).Append(MiddleOf(boxes[line.Target])).ToArray()
                       from box in boxes.Values
                       where box.Id != line.Source && box.Id != line.Target && points.Zip(points[1..]).Any(part => Crosses(part.First, part.Second, box))
                       select $"{line.Source} to {line.Target} through {box.Id}";

        Assert.Empty(crossing);
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void it_reads_from_left_to_right(string item, int version)
    {
        var places = ItemFolder.Named(item).Drawn(version).ToDictionary(box => box.Id, box => box.X);
        var backward = from flow in Flowcharts(item, version)
                       from path in flow.Graph.Forward
                       let source = flow.Definition.Nodes[path.Source].Id.Value
                       let target = flow.Definition.Nodes[path.Target].Id.Value
                       where places.ContainsKey(source) && places[target] < places[source]
                       select $"{source} to {target}";

        Assert.Empty(backward);
    }

    private static (double X, double Y) MiddleOf(DrawnBox box) => (box.X + 100, box.Y + 30); // as the files have them, 200 by 60

    private static bool Crosses((double X, double Y) from, (double X, double Y) to, DrawnBox box) => Enumerable.Range(0, 201).Select(step => step / 200.0).Any(share =>
        from.X + ((to.X - from.X) * share) - box.X is > 2 and < 198 && from.Y + ((to.Y - from.Y) * share) - box.Y is > 2 and < 58);

    private static IEnumerable<(WorkflowDefinition Definition, FlowGraph Graph, IEnumerable<int> Children)> Flowcharts(string item, int version)
    {
        var definition = ItemFolder.Named(item).Definition(version);
        return definition.Nodes.Where(node => node.Graph is not null).Select(node => (definition, node.Graph!, node.Children.AsEnumerable()));
    }
}
