using EGov.Engine;
using EGov.Runtime.Organisation;
using EGov.Runtime.People;
using EGov.TestKit.Definitions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Runtime.Tests.People;

/// <summary>Accounts live in the same database; the demonstration office has somebody for every party.</summary>
public abstract class Opening_accounts(DatabaseProvider provider) : OnDatabase(provider)
{
    protected override IEnumerable<Drawing> Processes
    {
        get
        {
            var folder = Directory.CreateDirectory(Path.Combine(Database.Folder, "workflows", "permit"));
            File.WriteAllText(Path.Combine(folder.FullName, "item.json"), """{ "parties": [ { "id": "window", "name": { "zh-CN": "受理窗口" }, "grade": 6 } ] }""");
            return [Drawings.Permit];
        }
    }

    [ContractFact]
    public async Task there_is_somebody_for_every_party_and_opening_twice_makes_nobody_twice()
    {
        await using var scope = Host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var office = scope.ServiceProvider.GetRequiredService<DemonstrationOffice>();
        Assert.Equal(5 + 5, await office.OpenAsync());
        Assert.Equal(0, await office.OpenAsync());

        var window = (await scope.ServiceProvider.GetRequiredService<UserManager<Officer>>().FindByNameAsync("window"))!;
        Assert.Equal(("受理窗口", 6), (window.DisplayName, window.ToActor().Grade));
        Assert.Equal(new PartyId("window"), Assert.Single(window.ToActor().Parties));
    }

    [ContractFact]
    public async Task the_first_administrator_gets_his_role_and_his_name_is_taken()
    {
        await using var scope = Host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        Assert.Empty(await accounts.CreateAdministratorAsync("root", "Secret-2026!"));
        Assert.Equal("DuplicateUserName", Assert.Single(await accounts.CreateAdministratorAsync("root", "Secret-2026!")));
        Assert.Equal("InvalidUserName", Assert.Single(await accounts.CreateAdministratorAsync("system", "Secret-2026!")));

        var officers = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        Assert.Equal(Roles.Administrator, Assert.Single(await officers.GetRolesAsync((await officers.FindByNameAsync("root"))!)));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Opening_accounts_on_Sqlite() : Opening_accounts(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Opening_accounts_on_Postgres() : Opening_accounts(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Opening_accounts_on_SqlServer() : Opening_accounts(DatabaseProvider.SqlServer);
