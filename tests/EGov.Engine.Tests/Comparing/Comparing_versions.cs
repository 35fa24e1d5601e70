using EGov.Engine.Definitions;
using EGov.Engine.Lab.Comparison;
using EGov.TestKit.Definitions;
using EGov.TestKit.Items;

namespace EGov.Engine.Tests.Comparing;

public class Comparing_versions
{
    private static Drawing Permit(string party = "review", string id = "Review1", string caption = "Looked at") => new Drawing("permit").Facts("permit", promised: 10)
        .Activity(Captioned(Given.Box(id, "EGov.Review", ("party", party)), caption)).Connect("Start1", id).Connect(id, "Approved", "End1");

    [Fact]
    public void tells_what_a_box_was_given_and_is_given()
    {
        var change = Assert.Single(Compare(Permit("review"), Permit("window")).Boxes);

        Assert.Equal((BoxChangeKind.Changed, false), (change.Kind, change.IsMoved));
        Assert.Equal(new(new(StatedKind.Input, "party"), new(StatedForm.Constant, "\"review\""), new(StatedForm.Constant, "\"window\"")), Assert.Single(change.Differences));
    }

    [Fact]
    public void a_box_drawn_anew_is_the_same_box_and_so_are_its_paths()
    {
        var comparison = Compare(Permit(), Permit(id: "b7f2"));

        Assert.Equal(StatedKind.Name, Assert.Single(Assert.Single(comparison.Boxes).Differences).Key.Kind); // the kit names boxes after their ids
        Assert.Empty(comparison.Paths);
    }

    [Fact]
    public void a_box_drawn_anew_under_another_caption_is_another_box() =>
        Assert.Equal([BoxChangeKind.Removed, BoxChangeKind.Added], Compare(Permit(), Permit(id: "b7f2", caption: "Judged")).Boxes.Select(box => box.Kind));

    [Fact]
    public void a_box_that_stands_elsewhere_has_moved_and_that_is_all()
    {
        var change = Assert.Single(Compare(At(0), At(40)).Boxes);

        Assert.Equal(BoxChangeKind.Moved, change.Kind);
        Assert.Equal(new BoxPlace(40, 20), change.Newer!.Drawn);
    }

    [Fact]
    public void an_outcome_that_leads_elsewhere_is_rerouted()
    {
        var path = Assert.Single(Compare(Fork("A"), Fork("B")).Paths);

        Assert.True(path.IsRerouted);
        Assert.Equal(("A", "B"), (path.Older!.Value.Target.Value, path.Newer!.Value.Target.Value));
    }

    [Fact]
    public void facts_of_the_item_are_compared_too()
    {
        var facts = Compare(Permit().Facts("permit", promised: 10).Asks(["form", "plan"], 2), Permit().Facts("permit", promised: 7).Asks(["plan"], 0)).Facts;

        Assert.Equal(["materials", "promisedLimitInWorkingDays", "visits"], facts.Select(fact => fact.Key.Name));
    }

    [Theory]
    [InlineData("food-business-licence", 7, 5)]
    [InlineData("enterprise-registration", 7, 5)]
    [InlineData("labour-arbitration", 6, 8)]
    public void the_redesigns_of_the_district_are_counted(string item, int older, int newer)
    {
        var folder = ItemFolder.Named(item);
        var comparison = VersionComparison.Of(folder.Definition(1), folder.Definition(2));

        Assert.Equal((older, newer), (comparison.Older.Steps, comparison.Newer.Steps));
        Assert.True(comparison.Newer.Materials < comparison.Older.Materials && comparison.Newer.WorkingDays < comparison.Older.WorkingDays && comparison.Newer.Visits < comparison.Older.Visits);
    }

    [Fact]
    public void parallel_steps_are_one_after_another_for_nobody() => Assert.Equal(2, StepsOf(new Drawing("d")
        .Activity("Fork", "Elsa.FlowFork", ("branches", new[] { "a", "b" })).Activity("A", "EGov.Review", ("party", "review")).Activity("B", "EGov.Review", ("party", "review"))
        .Activity("C", "EGov.Review", ("party", "review")).Connect("Start1", "Fork").Connect("Fork", "a", "A").Connect("Fork", "b", "B").Connect("B", "Approved", "C")));

    [Fact]
    public void a_loop_is_gone_round_once_and_supplements_are_the_applicants() => Assert.Equal(1, StepsOf(new Drawing("d")
        .Activity("Accept", "EGov.Accept", ("party", "window")).Activity("More", "EGov.Supplement")
        .Connect("Start1", "Accept").Connect("Accept", "Supplement", "More").Connect("More", "Supplied", "Accept")));

    [Fact]
    public void steps_inside_other_boxes_count() => Assert.Equal(3, StepsOf(new Drawing("d")
        .Activity(Given.Sequence("Both", Given.Box("A", "EGov.Review", ("party", "review")), new Drawing("inner").Activity("B", "EGov.Decide", ("party", "leader")).Connect("Start1", "B").Flowchart("Inner")))
        .Activity("C", "EGov.IssueResult", ("party", "window")).Chain("Both", "C")));

    private static int StepsOf(Drawing drawing) => FourCounts.Of(drawing.Definition()).Steps;

    private static VersionComparison Compare(Drawing older, Drawing newer) => VersionComparison.Of(older.Definition(), newer.Definition());

    private static System.Text.Json.Nodes.JsonObject Captioned(System.Text.Json.Nodes.JsonObject box, string caption)
    {
        box["metadata"]!["displayText"] = caption;
        return box;
    }

    private static Drawing At(int x)
    {
        var box = Given.Box("E", "Elsa.End");
        box["metadata"]!["designer"] = new System.Text.Json.Nodes.JsonObject { ["position"] = new System.Text.Json.Nodes.JsonObject { ["x"] = x + 0.2, ["y"] = 20 } };
        return new Drawing("d").Activity(box);
    }

    private static Drawing Fork(string target) => new Drawing("d").Activity("A", "Elsa.End").Activity("B", "Elsa.End").Connect("Start1", target);
}
