using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Portal;

namespace EGov.Runtime.Tests.Portal;

/// <summary>留言: both sides write, each once, and know what the other has seen.</summary>
public abstract class Writing_to_each_other(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly CaseId Case = new("A-1");
    private static readonly (UserId User, PartyId Party) Officer = (new("wang.fang"), new("window"));

    private CaseMessages Messages => Host.Get<CaseMessages>();

    [ContractFact]
    public async Task messages_are_numbered_in_order_and_a_second_click_writes_nothing()
    {
        Assert.True(await Messages.WriteAsync(Case, "几点上班？", null));
        Assert.True(await Messages.WriteAsync(Case, "几点上班？", null));
        Assert.True(await Messages.WriteAsync(Case, "九点。", Officer));
        Assert.True(await Messages.WriteAsync(Case, "几点上班？", null));
        Assert.Equal([(1, null, "几点上班？"), (2, "wang.fang", "九点。"), (3, null, "几点上班？")], (await Messages.OfAsync(Case)).Select(m => (m.Number, m.By?.Value, m.Text)));
    }

    [ContractFact]
    public async Task at_the_same_moment_both_are_written()
    {
        await Task.WhenAll(Messages.WriteAsync(Case, "a", null), Messages.WriteAsync(Case, "b", Officer));
        Assert.Equal(["a", "b"], (await Messages.OfAsync(Case)).Select(m => m.Text).Order());
    }

    [ContractFact]
    public async Task what_one_side_saw_is_noted_for_the_other_only()
    {
        await Messages.WriteAsync(Case, "a", null);
        await Messages.WriteAsync(Case, "b", Officer);
        await Messages.MarkReadAsync(Case, byApplicant: true);
        Assert.Equal([null, Time.GetUtcNow()], (await Messages.OfAsync(Case)).Select(m => m.ReadAt));
    }

    [ContractFact]
    public async Task a_case_has_room_for_so_many_and_no_more()
    {
        for (var number = 1; number <= CaseMessages.MostOfACase; number++) Assert.True(await Messages.WriteAsync(Case, $"{number}", null));
        Assert.False(await Messages.WriteAsync(Case, "one more", null));
        Assert.Equal(CaseMessages.MostOfACase, (await Messages.OfAsync(Case)).Length);
    }

    [ContractFact]
    public async Task what_is_erased_by_law_is_gone()
    {
        await Messages.WriteAsync(Case, "a", null);
        await Host.Get<CaseFiles>().EraseAsync(Case);
        Assert.Empty(await Messages.OfAsync(Case));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Writing_to_each_other_on_Sqlite() : Writing_to_each_other(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Writing_to_each_other_on_Postgres() : Writing_to_each_other(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Writing_to_each_other_on_SqlServer() : Writing_to_each_other(DatabaseProvider.SqlServer);
