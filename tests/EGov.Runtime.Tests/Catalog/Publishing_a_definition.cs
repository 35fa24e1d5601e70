using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.TestKit.Definitions;

namespace EGov.Runtime.Tests.Catalog;

/// <summary>What is published was checked to the letter, says who, when and why, and never changes again.</summary>
public abstract class Publishing_a_definition(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Li = new("li");
    private static readonly UserId Wang = new("wang");

    private DefinitionDesk Desk => Host.Get<DefinitionDesk>();

    private DefinitionShelf Shelf => Host.Get<DefinitionShelf>();

    [ContractFact]
    public async Task records_who_when_and_why()
    {
        var draft = (await Desk.SaveAsync("permit", null, Drawings.Model("二"), Li)).Version!;
        var published = (await Desk.PublishAsync("permit", 2, Wang, "  合并两个环节，少跑一趟  ", draft.Mark)).Version!;

        Assert.Equal(new VersionAct(Wang, Time.GetUtcNow(), "合并两个环节，少跑一趟"), published.Published);
        Assert.Equal((Li, draft.Hash), (published.Saved.By, published.Hash));
        Assert.Equal((VersionState.Retired, new VersionAct(Wang, Time.GetUtcNow())), ((await Shelf.VersionsAsync("permit"))[1].State, (await Shelf.VersionsAsync("permit"))[1].Retired));
    }

    [ContractFact]
    public async Task without_a_reason_is_refused()
    {
        await Desk.SaveAsync("permit", null, Drawings.Model("二"), Li);
        foreach (var reason in new[] { null, "", "  ", new string('长', 2_001), "藏\u202e着" })
            Assert.Equal(DefinitionRefusalCode.PublishReasonMissing, (await Desk.PublishAsync("permit", 2, Li, reason)).Refusal!.Code);
        Assert.Equal(VersionState.Draft, (await Shelf.LatestAsync("permit"))!.Version.State);
    }

    [ContractFact]
    public async Task with_problems_is_refused_with_all_of_them_and_their_places()
    {
        var dangling = new Drawing("permit").Named("不通").Facts("permit").Activity("Decide1", "EGov.Decide").Connect("Start1", "Decide1").Connect("Decide1", "Granted", "End1");
        await Desk.SaveAsync("permit", null, Drawings.Posted(dangling), Li);
        var refusal = (await Desk.PublishAsync("permit", 2, Li, "试试")).Refusal!;

        Assert.Equal(["input-missing", "outcome-dangling"], refusal.Problems.Select(problem => problem.Code).Order());
        Assert.All(refusal.Problems, problem => Assert.True(problem is { Line: > 1, Column: > 0, Activity.Value: "Decide1" }));
        Assert.Equal(refusal.Problems.Select(problem => problem.ToString()), (await Desk.ProblemsAsync("permit", 2))!.Value.Select(problem => problem.ToString()));
    }

    [ContractFact]
    public async Task whose_ladder_starts_an_item_nobody_published_is_refused()
    {
        var late = new Drawing("permit").Named("督办").Facts("permit", parties: ["window"])
            .Activity("Review1", "EGov.Review", ("party", "window"), ("limitInWorkingDays", 3), ("ladder", "0 red-card\n+1 start-item nothing\n+2 start-item permit"))
            .Connect("Start1", "Review1").Connect("Review1", "Approved", "End1").Connect("Review1", "Rejected", "End1");
        await Desk.SaveAsync("permit", null, Drawings.Posted(late), Li);

        Assert.EndsWith("Review1: ladder-item-unknown (2, 1, nothing)", Assert.Single((await Desk.PublishAsync("permit", 2, Li, "督办")).Refusal!.Problems).ToString(), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task that_changed_after_it_was_looked_at_is_refused()
    {
        var looked = (await Desk.SaveAsync("permit", null, Drawings.Model("二"), Li)).Version!;
        await Desk.SaveAsync("permit", looked.Mark, Drawings.Model("二改"), Wang);
        Assert.Equal(DefinitionRefusalCode.DraftMoved, (await Desk.PublishAsync("permit", 2, Li, "看过了", looked.Mark)).Refusal!.Code);
    }

    [ContractFact]
    public async Task makes_it_unchangeable()
    {
        await Desk.SaveAsync("permit", null, Drawings.Model("二"), Li);
        var published = (await Desk.PublishAsync("permit", 2, Li, "好了")).Version!;
        var after = await Desk.SaveAsync("permit", published.Mark, Drawings.Model("再改"), Li);

        Assert.Equal(3, after.Version!.Version);
        Assert.Equal(published.Hash, TextHash.Commit((await Shelf.TextAsync("permit", 2))!).Value);
        Assert.Equal(DefinitionRefusalCode.VersionNotDraft, (await Desk.PublishAsync("permit", 2, Li, "再发布")).Refusal!.Code);
    }

    [ContractFact]
    public async Task twice_at_the_same_moment_on_two_hosts_is_granted_to_one()
    {
        var other = (await AnotherHostAsync()).Get<DefinitionDesk>();
        await Desk.SaveAsync("permit", null, Drawings.Model("二"), Li);
        var answers = await Task.WhenAll(Task.Run(() => Desk.PublishAsync("permit", 2, Li, "李")), Task.Run(() => other.PublishAsync("permit", 2, Wang, "王")));

        var winner = Assert.Single(answers, answer => answer.IsAccepted);
        Assert.Contains(answers.Single(answer => answer != winner).Refusal!.Code, new[] { DefinitionRefusalCode.PublishedMeanwhile, DefinitionRefusalCode.VersionNotDraft });
        Assert.Equal(winner.Version!.Published, (await Shelf.ReadAsync("permit", 2))!.Version.Published);
    }

    [ContractFact]
    public async Task of_two_drafts_at_the_same_moment_leaves_one_in_use()
    {
        var other = (await AnotherHostAsync()).Get<DefinitionDesk>();
        await Desk.ImportAsync("permit", Drawings.Model("二"), Li);
        await Desk.ImportAsync("permit", Drawings.Model("三"), Wang);
        var answers = await Task.WhenAll(Task.Run(() => Desk.PublishAsync("permit", 2, Li, "李")), Task.Run(() => other.PublishAsync("permit", 3, Wang, "王")));

        Assert.Contains(answers, answer => answer.IsAccepted);
        Assert.Single(await Shelf.VersionsAsync("permit"), version => version.State == VersionState.Published);
    }

    [ContractFact]
    public async Task of_a_small_flow_under_a_name_that_is_taken_is_refused()
    {
        var flow = new Drawing("small").Named("Accept-Fork").UsableAsActivity().Connect("Start1", "End1");
        foreach (var id in new[] { "small", "other" })
            await Desk.SaveAsync(id, null, Drawings.Posted(flow), Li);
        Assert.True((await Desk.PublishAsync("small", 1, Li, "一")).IsAccepted);
        Assert.Equal("Accept-Fork small", string.Join(' ', (await Desk.PublishAsync("other", 1, Li, "二")).Refusal!.Arguments));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Publishing_a_definition_on_Sqlite() : Publishing_a_definition(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Publishing_a_definition_on_Postgres() : Publishing_a_definition(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Publishing_a_definition_on_SqlServer() : Publishing_a_definition(DatabaseProvider.SqlServer);
