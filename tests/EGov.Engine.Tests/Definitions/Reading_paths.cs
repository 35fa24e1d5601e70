using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Reading_paths
{
    private const string Boxes = "\"activities\":[{\"type\":\"Elsa.WriteLine\",\"id\":\"A\"},{\"type\":\"Elsa.WriteLine\",\"id\":\"B\"}]";

    [Theory]
    [InlineData("{\"source\":{\"activity\":\"A\",\"port\":\"Yes\"},\"target\":{\"activity\":\"B\",\"port\":\"In\"},\"vertices\":[]}", "Yes")]
    [InlineData("{\"source\":{\"activity\":\"A\"},\"target\":{\"activity\":\"B\"}}", "Done")]
    [InlineData("{\"source\":\"A\",\"target\":\"B\",\"sourcePort\":\"Yes\",\"targetPort\":\"In\"}", "Yes")]
    [InlineData("{\"source\":\"A\",\"target\":\"B\"}", "Done")]
    public void reads_the_form_of_today_and_the_form_of_old(string connection, string port)
    {
        var path = Inline.Flowchart($"{Boxes},\"connections\":[{connection}]").Definition!.Root.Graph!.Connections.Single();

        Assert.Equal((1, port, 2), (path.Source, path.Port, path.Target));
    }

    [Theory]
    [InlineData("\"start\":\"B\"", 2)]
    [InlineData("\"start\":{\"id\":\"B\",\"type\":\"Elsa.WriteLine\"}", 2)]
    [InlineData("\"start\":null", 1)]
    [InlineData("\"connections\":[{\"source\":\"B\",\"target\":\"A\"}]", 2)]
    [InlineData("\"connections\":[{\"source\":\"A\",\"target\":\"B\"},{\"source\":\"B\",\"target\":\"A\"}]", 1)]
    public void starts_where_it_is_told_or_where_nothing_leads_to_or_at_the_first(string members, int start) =>
        Assert.Equal(start, Inline.Flowchart($"{Boxes},{members}").Definition!.Root.Graph!.Start);

    [Theory]
    [InlineData("{\"type\":\"Elsa.WriteLine\",\"id\":\"C\",\"customProperties\":{\"canStartWorkflow\":true}}", 3)]
    [InlineData("{\"type\":\"Elsa.WriteLine\",\"id\":\"C\",\"customProperties\":{\"canStartWorkflow\":true}},{\"type\":\"Elsa.Start\",\"id\":\"S\"}", 4)]
    public void starts_at_the_first_start_or_else_at_what_may_start_a_workflow(string more, int start) =>
        Assert.Equal(start, Inline.Flowchart($"\"activities\":[{{\"type\":\"Elsa.WriteLine\",\"id\":\"A\"}},{{\"type\":\"Elsa.WriteLine\",\"id\":\"B\"}},{more}]").Definition!.Root.Graph!.Start);

    [Fact]
    public void an_empty_drawing_has_no_start() => Assert.Equal(-1, Inline.Root("\"type\":\"Elsa.Flowchart\",\"id\":\"F\"").Definition!.Root.Graph!.Start);

    [Fact]
    public void a_drawing_inside_a_drawing_has_paths_of_its_own()
    {
        var inner = new Drawing("inner").Activity("A", "Elsa.WriteLine").Connect("A", "End1").Flowchart("Inner");
        var definition = new Drawing("outer").Activity(inner).Connect("Start1", "Inner").Definition();

        Assert.Equal(["Flowchart1", "Start1", "Inner", "A", "End1"], definition.Nodes.Select(node => node.Id.Value));
        Assert.Equal((1, 2), (definition.Root.Graph!.Connections[0].Source, definition.Root.Graph.Connections[0].Target));
        Assert.Equal((3, 4), (definition.Nodes[2].Graph!.Connections[0].Source, definition.Nodes[2].Graph!.Connections[0].Target));
    }
}
