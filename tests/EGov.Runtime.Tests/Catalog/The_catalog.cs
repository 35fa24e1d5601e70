using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Catalog;

namespace EGov.Runtime.Tests.Catalog;

/// <summary>Texts are kept byte for byte; a version that was published never changes; a case stays on the version it opened with.</summary>
public abstract class The_catalog(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Designer = new("designer");

    private WorkflowCatalog Catalog => Host.Get<WorkflowCatalog>();

    private DefinitionShelf Shelf => Host.Get<DefinitionShelf>();

    [ContractFact]
    public async Task a_published_version_cannot_change()
    {
        Assert.False(await Shelf.SaveDraftAsync("permit", 1, "{}", Designer));
        await Assert.ThrowsAsync<InvalidDataException>(() => Host.StartAsync(Database, Time, drawings: Drawings.Permit.Named("别的")));
    }

    [ContractFact]
    public async Task a_draft_is_kept_byte_for_byte_and_runs_new_cases_once_published()
    {
        var text = "\ufeff  " + Drawings.Permit.Version(2).Named("新流程\u2028").ToJson() + "\r\n";
        Assert.True(await Shelf.SaveDraftAsync("permit", 2, text, Designer));
        Assert.Equal(text, await Shelf.TextAsync("permit", 2));
        await Host.OpenAsync("A-1");
        Assert.True(await Catalog.PublishAsync("permit", 2, Designer));
        await Host.OpenAsync("A-2");

        Assert.Equal(1, (await Host.StateAsync("A-1")).DefinitionVersion);
        Assert.Equal(2, (await Host.StateAsync("A-2")).DefinitionVersion);
        Assert.Equal([(2, VersionState.Published), (1, VersionState.Retired)], (await Shelf.VersionsAsync("permit")).Select(v => (v.Version, v.State)));
        Assert.True((await Host.DoneAsync("A-1", "window", "Accepted")).IsAccepted);
    }

    [ContractFact]
    public async Task another_host_learns_what_was_published()
    {
        var other = await AnotherHostAsync();
        await Shelf.SaveDraftAsync("permit", 2, Drawings.Permit.Version(2).ToJson(), Designer);
        await Catalog.PublishAsync("permit", 2, Designer);
        await Host.OpenAsync("A-1");

        Assert.Equal(2, (await other.StateAsync("A-1")).DefinitionVersion);
        await other.Get<WorkflowCatalog>().RefreshAsync();
        Assert.Equal(2, other.Get<WorkflowCatalog>().Published("permit")!.Version);
    }

    [ContractFact]
    public async Task a_retracted_process_takes_no_new_cases()
    {
        await Host.OpenAsync("A-1");
        Assert.True(await Shelf.RetractAsync("permit", 1));
        await Catalog.RefreshAsync();

        Assert.Equal(RejectionCode.WrongDefinition, (await Host.OpenAsync("A-2")).Refusal!.Code);
        Assert.True((await Host.DoneAsync("A-1", "window", "Accepted")).IsAccepted);
    }

    [ContractFact]
    public async Task a_draft_that_cannot_be_read_is_not_published()
    {
        await Shelf.SaveDraftAsync("permit", 2, """{"definitionId":"permit","version":2,"root":{"type":"Nobody.Knows"}}""", Designer);
        Assert.False(await Catalog.PublishAsync("permit", 2, Designer));
        Assert.True(await Shelf.DeleteDraftAsync("permit", 2));
        Assert.False(await Shelf.DeleteDraftAsync("permit", 1));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class The_catalog_on_Sqlite() : The_catalog(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class The_catalog_on_Postgres() : The_catalog(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class The_catalog_on_SqlServer() : The_catalog(DatabaseProvider.SqlServer);
