using System.Text.Json.Nodes;
using EGov.Engine;
using EGov.Runtime.Catalog;

namespace EGov.Runtime.Tests.Catalog;

/// <summary>A draft is saved as it is drawn; nobody overwrites what he has not seen, whatever the number of analysts, windows and hosts.</summary>
public abstract class Drawing_a_definition(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Li = new("li");
    private static readonly UserId Wang = new("wang");

    private DefinitionDesk Desk => Host.Get<DefinitionDesk>();

    private DefinitionShelf Shelf => Host.Get<DefinitionShelf>();

    [ContractFact]
    public async Task that_is_new_gets_an_id_and_the_first_number()
    {
        var saved = await Desk.SaveAsync(null, null, Drawings.Model("新事项"), Li);

        Assert.Equal((1, VersionState.Draft, 1, "新事项", true), (saved.Version!.Version, saved.Version.State, saved.Version.Revision, saved.Version.Name, saved.Version.IsLatest));
        Assert.Equal(saved.Version, (await Shelf.LatestAsync(saved.Version.DefinitionId))!.Version);
    }

    [ContractFact]
    public async Task that_is_published_makes_the_next_version_and_leaves_the_published_one_alone()
    {
        var before = await Shelf.TextAsync("permit", 1);
        var saved = await Desk.SaveAsync("permit", null, Drawings.Model("改过"), Li);

        Assert.Equal((2, "permit/1"), (saved.Version!.Version, saved.Version.MadeFrom));
        Assert.Equal(before, await Shelf.TextAsync("permit", 1));
        Assert.Equal([(2, VersionState.Draft, true), (1, VersionState.Published, false)], (await Shelf.VersionsAsync("permit")).Select(v => (v.Version, v.State, v.IsLatest)));
    }

    [ContractFact]
    public async Task further_overwrites_the_draft_in_place()
    {
        var first = await Desk.SaveAsync("permit", null, Drawings.Model("一"), Li);
        var second = await Desk.SaveAsync("permit", first.Version!.Mark, Drawings.Model("二"), Wang);

        Assert.Equal((2, 2, Wang), (second.Version!.Version, second.Version.Revision, second.Version.Saved.By));
        Assert.Equal(second.Version, (await Shelf.LatestAsync("permit"))!.Version);
        Assert.Equal(2, (await Shelf.VersionsAsync("permit")).Length);
    }

    [ContractFact]
    public async Task on_a_copy_that_is_out_of_date_is_refused_with_both_copies_named()
    {
        var opened = (await Desk.SaveAsync("permit", null, Drawings.Model("一"), Li)).Version!;
        await Desk.SaveAsync("permit", opened.Mark, Drawings.Model("李的改动"), Li);
        var refused = await Desk.SaveAsync("permit", opened.Mark, Drawings.Model("王的改动"), Wang);

        Assert.Equal(DefinitionRefusalCode.DraftMoved, refused.Refusal!.Code);
        Assert.Equal("2 1 2 2 li", string.Join(' ', refused.Refusal.Arguments));
        Assert.Equal("李的改动", (await Shelf.LatestAsync("permit"))!.Version.Name);
    }

    [ContractFact]
    public async Task on_a_version_that_another_has_gone_beyond_is_refused()
    {
        var opened = (await Shelf.LatestAsync("permit"))!.Version;
        await Desk.SaveAsync("permit", opened.Mark, Drawings.Model("李的改动"), Li);
        var refused = await Desk.SaveAsync("permit", opened.Mark, Drawings.Model("王的改动"), Wang);
        Assert.Equal("1 1 2 1 li", string.Join(' ', refused.Refusal!.Arguments));
    }

    [ContractFact]
    public async Task without_saying_on_which_copy_does_not_touch_a_draft()
    {
        await Desk.SaveAsync("permit", null, Drawings.Model("一"), Li);
        Assert.Equal(DefinitionRefusalCode.CopyUnnamed, (await Desk.SaveAsync("permit", null, Drawings.Model("二"), Wang)).Refusal!.Code);
    }

    [ContractFact]
    public async Task twice_the_same_changes_nothing_the_second_time()
    {
        var opened = (await Shelf.LatestAsync("permit"))!.Version;
        var first = await Desk.SaveAsync("permit", opened.Mark, Drawings.Model("一"), Li);
        var repeat = await Desk.SaveAsync("permit", opened.Mark, Drawings.Model("一"), Li);
        Assert.Equal(first.Version, repeat.Version);
    }

    [ContractFact]
    public async Task in_many_windows_on_two_hosts_at_once_loses_no_work()
    {
        var other = (await AnotherHostAsync()).Get<DefinitionDesk>();
        var opened = (await Desk.SaveAsync("permit", null, Drawings.Model("零"), Li)).Version!;
        var saves = await Task.WhenAll(Enumerable.Range(0, 8).Select(window =>
            Task.Run(() => (window % 2 == 0 ? Desk : other).SaveAsync("permit", opened.Mark, Drawings.Model($"窗口 {window}"), Li))));

        var winner = Assert.Single(saves, save => save.IsAccepted);
        Assert.Equal(winner.Version, (await Shelf.LatestAsync("permit"))!.Version);
        Assert.All(saves.Where(save => save != winner), save => Assert.Equal(DefinitionRefusalCode.DraftMoved, save.Refusal!.Code));
    }

    [ContractFact]
    public async Task that_another_has_thrown_away_is_refused()
    {
        var made = (await Desk.SaveAsync(null, null, Drawings.Model("新事项"), Li)).Version!;
        Assert.True((await Desk.DeleteAsync(made.DefinitionId, Wang)).IsAccepted);
        Assert.Equal(DefinitionRefusalCode.DefinitionUnknown, (await Desk.SaveAsync(made.DefinitionId, made.Mark, Drawings.Model("还在画"), Li)).Refusal!.Code);
    }

    [ContractFact]
    public async Task does_not_lose_what_the_browser_knows_nothing_of()
    {
        var model = Drawings.Model("一");
        model["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
        model["office"] = new JsonObject { ["note"] = "1.50", ["weight"] = JsonNode.Parse("1.50") };
        var first = (await Desk.SaveAsync("permit", null, model, Li)).Version!;
        await Desk.SaveAsync("permit", first.Mark, Drawings.Model("二"), Li);
        Assert.Contains("\"office\": {\"note\":\"1.50\",\"weight\":1.50}", (await Shelf.LatestAsync("permit"))!.Text, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task keeps_what_is_on_the_shelf_when_a_file_of_another_hand_arrives()
    {
        var first = (await Desk.SaveAsync("permit", null, Drawings.Model("一"), Li)).Version!;
        var imported = await Desk.ImportAsync("permit", Drawings.Model("文件"), Wang);

        Assert.Equal(3, imported.Version!.Version);
        Assert.Equal("一", (await Shelf.ReadAsync("permit", first.Version))!.Version.Name);
    }

    [ContractFact]
    public async Task leaves_one_version_of_each_definition()
    {
        var only = (await Desk.SaveAsync(null, null, Drawings.Model("新事项"), Li)).Version!;
        var next = (await Desk.RevertAsync(only.DefinitionId, 1, Li)).Version!;
        Assert.True((await Desk.DeleteDraftAsync(only.DefinitionId, next.Version, Li)).IsAccepted);
        Assert.Equal(DefinitionRefusalCode.OnlyVersion, (await Desk.DeleteDraftAsync(only.DefinitionId, 1, Li)).Refusal!.Code);
    }

    [ContractFact]
    public async Task that_was_published_cannot_be_thrown_away()
    {
        Assert.Equal(DefinitionRefusalCode.VersionNotDraft, (await Desk.DeleteDraftAsync("permit", 1, Li)).Refusal!.Code);
        Assert.Equal(DefinitionRefusalCode.DefinitionWasPublished, (await Desk.DeleteAsync("permit", Li)).Refusal!.Code);
    }

    [ContractFact]
    public async Task is_found_by_state_order_and_words()
    {
        await Desk.SaveAsync("permit", null, Drawings.Model("二"), Li);
        await Desk.SaveAsync("draft-only", null, Drawings.Model("三"), Li);

        Assert.Equal(["draft-only/1", "permit/2"], await FoundAsync(new() { Choice = VersionChoice.Latest }));
        Assert.Equal(["draft-only/1", "permit/1"], await FoundAsync(new() { Choice = VersionChoice.PublishedOrLatest }));
        Assert.Equal(["permit/1"], await FoundAsync(new() { Choice = VersionChoice.Published }));
        Assert.Empty(await FoundAsync(new() { Choice = VersionChoice.LatestAndPublished }));
        Assert.Equal(["permit/2", "permit/1"], await FoundAsync(new() { DefinitionIds = ["permit"], Order = ShelfOrder.Version, Descending = true }));
        Assert.Equal(["draft-only/1"], await FoundAsync(new() { Search = "三" }));
    }

    private async Task<IEnumerable<string>> FoundAsync(ShelfQuery query) => (await Shelf.FindAsync(query)).Versions.Select(v => $"{v.DefinitionId}/{v.Version}");
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Drawing_a_definition_on_Sqlite() : Drawing_a_definition(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Drawing_a_definition_on_Postgres() : Drawing_a_definition(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Drawing_a_definition_on_SqlServer() : Drawing_a_definition(DatabaseProvider.SqlServer);
