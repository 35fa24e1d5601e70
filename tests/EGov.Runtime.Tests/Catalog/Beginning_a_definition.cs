using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.TestKit.Clocks;
using EGov.TestKit.Items;

namespace EGov.Runtime.Tests.Catalog;

/// <summary>Going back, copying, importing and beginning from a template, on the items that are there.</summary>
public sealed class Beginning_a_definition : IAsyncLifetime
{
    private static readonly UserId Li = new("li");
    private readonly TestDatabase _database = new(DatabaseProvider.Sqlite);
    private Host? _host;

    public static TheoryData<string> EveryItem => [.. ItemFolder.All.Where(item => !item.Facts.TryGetProperty("internal", out _)).Select(item => item.Name)];

    private DefinitionDesk Desk => _host!.Get<DefinitionDesk>();

    private DefinitionShelf Shelf => _host!.Get<DefinitionShelf>();

    public async Task InitializeAsync() => _host = await Host.StartAsync(_database, workflows: OfficeCalendar.PathOf("workflows"));

    public async Task DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory, MemberData(nameof(EveryItem))]
    public async Task from_the_template_gives_a_process_that_may_be_published(string item)
    {
        var made = await Desk.NewFromTemplateAsync("accept-review-decide-issue", new(item), null, Li);

        Assert.Equal((VersionState.Draft, "template:accept-review-decide-issue"), (made.Version!.State, made.Version.MadeFrom));
        Assert.Empty((await Desk.ProblemsAsync(item, made.Version.Version))!.Value);
        Assert.True((await Desk.PublishAsync(item, made.Version.Version, Li, "先用通用流程")).IsAccepted);
    }

    [Fact]
    public async Task from_a_template_needs_an_item_with_parties()
    {
        Assert.Equal(DefinitionRefusalCode.ItemUnknown, (await Desk.NewFromTemplateAsync("accept-review-decide-issue", new("site-inspection"), null, Li)).Refusal!.Code);
        Assert.Equal(DefinitionRefusalCode.ItemUnknown, (await Desk.NewFromTemplateAsync("accept-review-decide-issue", new("supervision-order"), null, Li)).Refusal!.Code);
        Assert.Equal(DefinitionRefusalCode.TemplateUnknown, (await Desk.NewFromTemplateAsync("../calendar/cn", new("food-business-licence"), null, Li)).Refusal!.Code);
    }

    [Fact]
    public async Task from_an_earlier_version_is_drawn_as_that_was()
    {
        var back = (await Desk.RevertAsync("food-business-licence", 1, Li)).Version!;

        Assert.Equal((3, "food-business-licence/1"), (back.Version, back.MadeFrom));
        Assert.Equal(Boxes((await Shelf.TextAsync("food-business-licence", 1))!), Boxes((await Shelf.TextAsync("food-business-licence", 3))!));
    }

    [Fact]
    public async Task by_copying_takes_an_id_that_is_free()
    {
        var copy = (await Desk.CopyAsync("food-business-licence", 2, "food-stall", "食品摊贩备案", Li)).Version!;

        Assert.Equal(("food-stall", 1, "食品摊贩备案", "food-business-licence/2"), (copy.DefinitionId, copy.Version, copy.Name, copy.MadeFrom));
        Assert.Equal(new ItemId("food-stall"), Read((await Shelf.TextAsync("food-stall", 1))!).Facts.Item);
        Assert.Equal(DefinitionRefusalCode.DefinitionExists, (await Desk.CopyAsync("food-business-licence", 2, "food-stall", null, Li)).Refusal!.Code);
    }

    [Theory]
    [InlineData("有汉字")]
    [InlineData("../escape")]
    [InlineData("a b")]
    public async Task under_an_id_that_cannot_stand_in_an_address_is_refused(string id) =>
        Assert.Equal(DefinitionRefusalCode.DefinitionIdNotAllowed, (await Desk.CopyAsync("food-business-licence", 2, id, null, Li)).Refusal!.Code);

    [Fact]
    public async Task from_an_exported_file_gives_the_same_text()
    {
        var made = (await Desk.RevertAsync("food-business-licence", 2, Li)).Version!;
        var exported = (await Shelf.TextAsync("food-business-licence", made.Version))!;
        var imported = (await Desk.ImportAsync("elsewhere", System.Text.Json.Nodes.JsonNode.Parse(exported)!.AsObject(), Li)).Version!;
        Assert.Equal(Boxes(exported), Boxes((await Shelf.TextAsync(imported.DefinitionId, imported.Version))!));
    }

    private WorkflowDefinition Read(string text) => _host!.Get<WorkflowCatalog>().Read(text).Definition!;

    private IEnumerable<string> Boxes(string text) => Read(text).Nodes.Select(node => $"{node.NodeId} {node.Type} {node.Title} {string.Join(',', node.Inputs.Keys.Order(StringComparer.Ordinal))}");
}
