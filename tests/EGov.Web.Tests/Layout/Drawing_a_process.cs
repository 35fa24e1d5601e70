using System.Text.Json.Nodes;
using EGov.TestKit.Definitions;
using EGov.TestKit.Items;
using EGov.Web.Layout.Flow;

namespace EGov.Web.Tests.Layout;

public sealed class Drawing_a_process
{
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
    public void shows_every_box_once_and_none_on_another(string item, int version)
    {
        var definition = ItemFolder.Named(item).Definition(version);
        var drawing = FlowDrawing.Of(definition, port => port);

        Assert.Equal(definition.Root.Children.Select(child => definition.Nodes[child].Id.Value).Order(), drawing.Boxes.Select(box => box.Id.Value).Order());
        Assert.Empty(Touching(drawing));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void keeps_what_stood_later_in_Studio_lower(string item, int version)
    {
        var places = ItemFolder.Named(item).Drawn(version).ToDictionary(box => box.Id, box => box.X);
        var boxes = FlowDrawing.Of(ItemFolder.Named(item).Definition(version), port => port).Boxes;

        Assert.All(boxes, one => Assert.All(boxes, other => Assert.True(places[one.Id.Value] < places[other.Id.Value] ? one.At.Middle < other.At.Middle : places[one.Id.Value] > places[other.Id.Value] || one.At.Middle == other.At.Middle)));
    }

    [Fact]
    public void where_nothing_was_placed_the_paths_decide()
    {
        var drawing = FlowDrawing.Of(Chain("A", "B", "C").Definition(), port => port);

        Assert.Equal(["Start1", "A", "B", "C"], drawing.Boxes.OrderBy(box => box.At.Y).Select(box => box.Id.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1600)]
    public void boxes_without_a_place_never_touch(int count)
    {
        var drawing = new Drawing("d").Activity("Fork", "Elsa.FlowFork", ("branches", Enumerable.Range(0, count).Select(i => $"b{i}").ToArray()));
        for (var i = 0; i < count; i++) drawing.Activity($"R{i}", "EGov.Review", ("party", "review")).Connect("Fork", $"b{i}", $"R{i}").Connect($"R{i}", "Rejected", $"R{(i * 7) % count}").Connect($"R{i}", "Approved", "Fork");

        Assert.Empty(Touching(FlowDrawing.Of(drawing.Definition(), port => port)));
    }

    [Fact]
    public void boxes_that_Studio_has_on_one_spot_stand_side_by_side() =>
        Assert.Empty(Touching(FlowDrawing.Of(new Drawing("d").Activity(At("A", 5, 5)).Activity(At("B", 5, 5)).Activity(At("C", 9, 6)).Definition(), port => port)));

    [Fact]
    public void a_drawing_without_boxes_is_an_empty_picture() => Assert.Empty(FlowDrawing.Of(new Drawing("d").Definition(), port => port).Boxes);

    [Theory]
    [InlineData("受理", "受理")]
    [InlineData("抄告相关，同步审批", "抄告相关，同步|审批")]
    [InlineData("逾期未补正，材料不齐，一律按照撤回处理，办结", "逾期未补正，材料|不齐，一律按照…")]
    [InlineData("Ask for supplements", "Ask for|supplements")]
    [InlineData("Three bodies sign in parallel", "Three bodies|sign in parallel")]
    [InlineData("Closed: not supplied in time", "Closed: not|supplied in time")]
    [InlineData("Application handed in", "Application|handed in")]
    [InlineData("Review by the investment service centre", "Review by the|investment servic…")]
    public void captions_are_broken_where_people_break_them(string title, string lines) => Assert.Equal(lines, string.Join('|', FlowCaption.Fit(title)));

    [Theory, InlineData("会合", "会合"), InlineData("Bring together", "Bring together"), InlineData("三个部门的意见都到齐以后再一起往下走", "三个部门的意见都到齐以…")]
    public void a_gate_is_one_line_high_and_so_is_its_caption(string title, string line) => Assert.Equal(line, Assert.Single(FlowCaption.Fit(title, onOneLine: true)));

    private static Drawing Chain(params string[] boxes)
    {
        var drawing = new Drawing("d").Connect("Start1", boxes[0]);
        foreach (var box in boxes) drawing.Activity(box, "EGov.IssueResult", ("party", "window"));
        return drawing.Chain(boxes);
    }

    private static JsonObject At(string id, int x, int y)
    {
        var box = Given.Box(id, "Elsa.End");
        box["metadata"]!["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = y } };
        return box;
    }

    private static IEnumerable<string> Touching(FlowDrawing drawing) =>
        from one in drawing.Boxes
        from other in drawing.Boxes
        where one.Number < other.Number && one.At.X < other.At.Right && other.At.X < one.At.Right && one.At.Y < other.At.Bottom && other.At.Y < one.At.Bottom
        select $"{one.Id} and {other.Id}";
}
