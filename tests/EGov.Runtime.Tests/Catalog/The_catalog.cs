using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Catalog;

namespace EGov.Runtime.Tests.Catalog;

/// <summary>What is published is used by every host; a case stays on the version it opened with.</summary>
public abstract class The_catalog(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Analyst = new("analyst");

    private WorkflowCatalog Catalog => Host.Get<WorkflowCatalog>();

    private DefinitionDesk Desk => Host.Get<DefinitionDesk>();

    [ContractFact]
    public async Task a_version_from_a_file_cannot_change() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => Host.StartAsync(Database, Time, drawings: Drawings.Permit.Named("别的")));

    [ContractFact]
    public async Task a_case_stays_on_the_version_it_opened_with()
    {
        await Host.OpenAsync("A-1");
        await Desk.SaveAsync("permit", null, Drawings.Model("新流程"), Analyst);
        Assert.True((await Desk.PublishAsync("permit", 2, Analyst, "时限缩短")).IsAccepted);
        await Host.OpenAsync("A-2");

        Assert.Equal(1, (await Host.StateAsync("A-1")).DefinitionVersion);
        Assert.Equal(2, (await Host.StateAsync("A-2")).DefinitionVersion);
        Assert.True((await Host.DoneAsync("A-1", "window", "Accepted")).IsAccepted);
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task another_host_learns_what_was_published()
    {
        var other = await AnotherHostAsync();
        await Desk.SaveAsync("permit", null, Drawings.Model("新流程"), Analyst);
        await Desk.PublishAsync("permit", 2, Analyst, "时限缩短");
        await Host.OpenAsync("A-1");

        Assert.Equal(2, (await other.StateAsync("A-1")).DefinitionVersion);
        await other.Get<WorkflowCatalog>().RefreshAsync();
        Assert.Equal(2, other.Get<WorkflowCatalog>().Published("permit")!.Version);
    }

    [ContractFact]
    public async Task a_retired_process_takes_no_new_cases()
    {
        await Host.OpenAsync("A-1");
        var retired = await Desk.RetireAsync("permit", 1, Analyst, "事项取消");

        Assert.Equal(new VersionAct(Analyst, Time.GetUtcNow(), "事项取消"), retired.Version!.Retired);
        Assert.Equal(RejectionCode.WrongDefinition, (await Host.OpenAsync("A-2")).Refusal!.Code);
        Assert.True((await Host.DoneAsync("A-1", "window", "Accepted")).IsAccepted);
    }

    [ContractFact]
    public async Task what_is_in_use_is_the_same_object_until_it_changes()
    {
        var before = Catalog.InUse;
        await Catalog.RefreshAsync();
        Assert.Same(before, Catalog.InUse);
        await Desk.RetireAsync("permit", 1, Analyst, "事项取消");
        Assert.NotSame(before, Catalog.InUse);
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class The_catalog_on_Sqlite() : The_catalog(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class The_catalog_on_Postgres() : The_catalog(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class The_catalog_on_SqlServer() : The_catalog(DatabaseProvider.SqlServer);
