using System.Globalization;
using System.Text.Json.Nodes;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.TestKit.Clocks;
using EGov.TestKit.Definitions;

namespace EGov.Runtime.Tests.Catalog;

/// <summary>What is too large to be drawn, or has captions nobody can read, is not kept at all; what is kept is written so that it can be read.</summary>
public sealed class Bounds_of_drafts
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("许可\u202e可许")]
    [InlineData("两\n行")]
    [InlineData("")]
    [InlineData(null)]
    public void a_name_is_one_line_that_people_can_read(string? name)
    {
        var model = Drawings.Model();
        model["name"] = name;
        Assert.NotNull(DraftBounds.Judge(model));
    }

    [Fact]
    public void a_name_has_at_most_a_hundred_characters()
    {
        Assert.Null(DraftBounds.Judge(Drawings.Model(new string('长', 100))));
        Assert.Equal("name 100", string.Join(' ', DraftBounds.Judge(Drawings.Model(new string('长', 10_000)))!.Arguments));
    }

    [Fact]
    public void a_caption_on_the_drawing_is_judged_too()
    {
        var model = Drawings.Model();
        model["root"]!["activities"]![1]!["metadata"] = new JsonObject { ["displayText"] = "受\u200f理" };
        Assert.Equal((DefinitionRefusalCode.CaptionNotAllowed, "Review1"), (DraftBounds.Judge(model)!.Code, DraftBounds.Judge(model)!.Arguments[0]));
    }

    [Fact]
    public void a_drawing_has_at_most_two_thousand_boxes()
    {
        Assert.Null(DraftBounds.Judge(Large(ElsaJson.MostActivities - 2)));
        Assert.Equal(DefinitionRefusalCode.TooManyActivities, DraftBounds.Judge(Large(5_000))!.Code);
    }

    [Fact]
    public void two_thousand_boxes_as_studio_writes_them_can_be_read()
    {
        var (draft, _) = DraftText.Compose(Large(ElsaJson.MostActivities - 2), "large", 1);
        Assert.Null(DraftBounds.Judge(draft));
        Assert.True(ElsaJson.Read(draft.Text, Engine.Activities.ActivityRegistry.Standard, OfficeCalendar.Chinese).Succeeded);
    }

    [Fact]
    public void what_a_state_machine_is_drawn_with_is_refused_by_name()
    {
        var model = Drawings.Model();
        model["root"] = new JsonObject { ["type"] = "Elsa.StateMachine", ["id"] = "S1", ["version"] = 1 };
        Assert.Equal((DefinitionRefusalCode.RootNotSupported, "Elsa.StateMachine"), (DraftBounds.Judge(model)!.Code, DraftBounds.Judge(model)!.Arguments[0]));
    }

    [Fact]
    public void each_box_stands_on_a_line_of_its_own()
    {
        var (draft, _) = DraftText.Compose(Drawings.Model(), "permit", 3);
        var lines = draft.Text.Split('\n');
        Assert.Equal(4, lines.Count(line => line.StartsWith("      {\"id\":", StringComparison.Ordinal) || line.StartsWith("      {\"type\":", StringComparison.Ordinal)));
        Assert.Contains("  \"version\": 3,", lines);
    }

    [Fact]
    public void writing_what_was_written_gives_the_same_bytes()
    {
        var (once, definition) = DraftText.Compose(Drawings.Model("名<"), "permit", 3);
        var (again, _) = DraftText.Compose(JsonNode.Parse(definition.ToJsonString())!.AsObject(), "permit", 3);
        Assert.Equal(once, again);
    }

    private static JsonObject Large(int boxes)
    {
        var drawing = new Drawing("large").Named("很大");
        for (var i = 1; i <= boxes; i++)
            drawing.Activity(Realistic(i)).Connect(i == 1 ? "Start1" : Name(i - 1), i == 1 ? "Done" : "Approved", Name(i));
        return JsonNode.Parse(drawing.Connect(Name(boxes), "Approved", Name(boxes - 1)).ToJson())!.AsObject();
    }

    private static string Name(int box) => "Review" + box.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Realistic(int box)
    {
        var json = Given.Box(Name(box), "EGov.Review", ("party", "window"), ("limitInWorkingDays", 3), ("superior", "leader"), ("notifyApplicant", "party-finished"));
        json["nodeId"] = "Workflow1:Flowchart1:" + Name(box);
        json["name"] = Name(box);
        json["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false };
        json["metadata"] = new JsonObject
        {
            ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = box * 280.5, ["y"] = 62.5 }, ["size"] = new JsonObject { ["width"] = 231.125, ["height"] = 54 } },
            ["displayText"] = "三部门同时会签，每个部门办完都短信告知申请人",
        };
        return json;
    }
}
