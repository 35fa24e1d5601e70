using EGov.Runtime.Cases;

namespace EGov.Runtime.Tests.Cases;

/// <summary>Who shows cases while they change hears of every committed order, and of nothing else.</summary>
public abstract class Hearing_of_changes(DatabaseProvider provider) : OnDatabase(provider)
{
    [ContractFact]
    public async Task every_committed_order_is_told_once()
    {
        var heard = new List<string>();
        using (Host.Get<CaseNews>().Listen(number => heard.Add(number.Value)))
        {
            await Host.OpenAsync("A-1");
            await Host.OpenAsync("A-1"); // The same click again.
            await Host.DoneAsync("A-1", "window", "Accepted");
            Assert.NotNull((await Host.GiveAsync("A-1", new Engine.Cases.ClaimWorkItem(Host.Applicant, 99))).Refusal);
        }

        await Host.OpenAsync("A-2");
        Assert.Equal(["A-1", "A-1"], heard);
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Hearing_of_changes_on_Sqlite() : Hearing_of_changes(DatabaseProvider.Sqlite);
