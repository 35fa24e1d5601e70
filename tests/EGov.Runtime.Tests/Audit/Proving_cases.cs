using System.Text;
using EGov.Engine.Cases;
using EGov.Engine.Replay;
using EGov.Runtime.Audit;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Tests.Audit;

/// <summary>Nobody needs to be trusted: what was changed in the database is found, and views follow from the journal.</summary>
public abstract class Proving_cases(DatabaseProvider provider) : OnDatabase(provider)
{
    [ContractFact]
    public async Task a_changed_text_is_found_at_its_event()
    {
        await PlayAsync("A-1");
        await ChangeAsync("A-1", Forge("\"Approved\"", "\"Rejected\""));

        var found = Assert.Single(await Host.UnprovedAsync());
        Assert.StartsWith("hash ", found.Difference!.Stored!, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task a_forged_and_rehashed_journal_is_found_by_replay()
    {
        await PlayAsync("A-1");
        await ChangeAsync("A-1", Forge("\"choice\":\"Approved\"", "\"choice\":\"Rejected\""));
        await RehashAsync("A-1");

        var found = Assert.Single(await Host.UnprovedAsync());
        Assert.DoesNotContain("hash", found.Difference!.Stored ?? "", StringComparison.Ordinal);
        Assert.NotNull(found.Difference);
    }

    [ContractFact]
    public async Task a_removed_entry_is_found()
    {
        await PlayAsync("A-1");
        await using var context = Host.Get<Database>().NewContext();
        var second = await context.Journal.Where(r => r.CaseId == "A-1").OrderBy(r => r.FirstVersion).Skip(1).FirstAsync();
        await context.Journal.Where(r => r.CaseId == "A-1" && r.FirstVersion == second.FirstVersion).ExecuteDeleteAsync();

        Assert.Equal(second.LastVersion + 1, Assert.Single(await Host.UnprovedAsync()).Difference!.Version);
    }

    [ContractFact]
    public async Task views_rebuilt_from_the_journal_are_the_live_ones()
    {
        await PlayAsync("A-1");
        await Host.OpenAsync("A-2");
        await Host.GiveAsync("A-2", new WithdrawCase(Host.Applicant, EGov.Engine.TextHash.Commit("because")));
        await Host.OpenAsync("A-3");
        await Host.DoneAsync("A-3", "window", "Supplement", "缺章程");
        var live = await ViewsAsync();
        await using (var context = Host.Get<Database>().NewContext())
        {
            await context.WorkItems.ExecuteDeleteAsync();
            await context.Cases.Where(c => c.CaseId == "A-2").ExecuteDeleteAsync();
        }

        Assert.Equal(3, await Host.Get<ViewRebuild>().RunAsync());
        Assert.Equal(live, await ViewsAsync());
    }

    [ContractFact]
    public async Task nothing_stays_open_in_a_closed_case()
    {
        await PlayAsync("A-1");
        await using var context = Host.Get<Database>().NewContext();
        Assert.False(await context.WorkItems.AnyAsync(w => w.ClosedAt == null));
        Assert.Null((await context.Cases.SingleAsync()).WakeUpAt);
    }

    private async Task PlayAsync(string number)
    {
        await Host.OpenAsync(number);
        await Host.DoneAsync(number, "window", "Accepted");
        foreach (var signer in Drawings.Signers)
        {
            Time.Advance(TimeSpan.FromHours(1));
            await Host.DoneAsync(number, signer, "Approved");
        }

        await Host.DoneAsync(number, "leader", "Granted");
    }

    private static Action<JournalRow> Forge(string words, string others) =>
        row => row.Text = EntryText.Pack(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(EntryText.Unpack(row.Text)).Replace(words, others, StringComparison.Ordinal)));

    private async Task ChangeAsync(string number, Action<JournalRow> change)
    {
        await using var context = Host.Get<Database>().NewContext();
        foreach (var row in await context.Journal.Where(r => r.CaseId == number).ToListAsync()) change(row);
        await context.SaveChangesAsync();
    }

    private async Task RehashAsync(string number)
    {
        await using var context = Host.Get<Database>().NewContext();
        var hash = JournalHash.Root;
        foreach (var row in await context.Journal.Where(r => r.CaseId == number).OrderBy(r => r.FirstVersion).ToListAsync())
            row.Hash = hash = JournalHash.Next(hash, EntryText.Unpack(row.Text));
        await context.SaveChangesAsync();
    }

    private async Task<string> ViewsAsync()
    {
        await using var context = Host.Get<Database>().NewContext();
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            cases = await context.Cases.AsNoTracking().OrderBy(c => c.CaseId).ToListAsync(),
            work = await context.WorkItems.AsNoTracking().OrderBy(w => w.CaseId).ThenBy(w => w.Number).ToListAsync(),
            waits = await context.EventWaits.AsNoTracking().OrderBy(w => w.CaseId).ThenBy(w => w.Instance).ToListAsync(),
            rungs = await context.Rungs.AsNoTracking().OrderBy(r => r.CaseId).ThenBy(r => r.EventNumber).ToListAsync(),
        });
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Proving_cases_on_Sqlite() : Proving_cases(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Proving_cases_on_Postgres() : Proving_cases(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Proving_cases_on_SqlServer() : Proving_cases(DatabaseProvider.SqlServer);
