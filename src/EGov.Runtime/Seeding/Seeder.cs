using System.Globalization;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Seeding;

/// <summary>Fills an empty office with invented officers and cases, for measuring and for showing. Everything goes through the engine; nothing is written past it.</summary>
public sealed class Seeder
{
    private const int Callers = 64;
    private const string Gateway = "seed";

    private readonly Database _database;
    private readonly CaseDesk _desk;
    private readonly CaseFiles _files;
    private readonly WorkflowCatalog _catalog;
    private readonly InventedOfficers _officers;
    private readonly SeedClock _clock;

    internal Seeder(Database database, CaseDesk desk, CaseFiles files, WorkflowCatalog catalog, InventedOfficers officers, SeedClock clock) =>
        (_database, _desk, _files, _catalog, _officers, _clock) = (database, desk, files, catalog, officers, clock);

    /// <summary>True when the office holds no case yet; a real register is never mixed with invented cases.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken stop)
    {
        await using var context = _database.NewContext();
        return !await context.Cases.AnyAsync(stop);
    }

    /// <summary>Carries a plan out.</summary>
    public async Task<SeedHarvest> RunAsync(SeedPlan plan, IProgress<int> done, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(done);
        var processes = _catalog.Items.Select(item => (Item: item, Workflow: _catalog.Published(item.Id.Value)))
            .Where(process => process.Workflow is { UsableAsActivity: false } && process.Item.Facts.TryGetProperty("form", out _)).Select(process => (process.Item, Workflow: process.Workflow!)).ToArray();
        PartyId[] parties = [.. processes.SelectMany(process => process.Workflow.Facts.Parties).Distinct().Where(party => party != PartyId.Applicant).OrderBy(party => party.Value, StringComparer.Ordinal)];
        var officers = await _officers.HireAsync(parties, plan.Officers, plan.Luck, stop);
        var (until, harvest) = (_clock.GetUtcNow(), new SeedHarvest(plan.Officers, 0, 0, 0, 0));
        var gate = new Lock();
        await Parallel.ForEachAsync(Enumerable.Range(0, plan.Open + plan.Finished), new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = stop }, async (index, ct) =>
        {
            var luck = new Random(unchecked(plan.Luck * 1_000_003 + index));
            var (item, workflow) = processes[luck.Next(processes.Length)];
            var from = until - TimeSpan.FromDays(luck.NextDouble() * plan.Days);
            var life = new InventedLife(_desk, _files, _clock, officers, item, workflow, NumberOf(item, workflow, from, index), luck);
            var over = await life.LiveAsync(from, until, toItsEnd: index >= plan.Open, ct);
            lock (gate)
            {
                harvest = harvest with
                {
                    Open = harvest.Open + (over ? 0 : 1),
                    Finished = harvest.Finished + (over ? 1 : 0),
                    Orders = harvest.Orders + life.Orders.Accepted,
                    Refused = harvest.Refused + life.Orders.Refused,
                };
                done.Report(harvest.Open + harvest.Finished);
            }
        });
        await KeepMessagesHereAsync(stop);
        return harvest;
    }

    /// <summary>Nobody is to get a message about an invented case: what they asked to be sent counts as sent, by a gateway that says so.</summary>
    private async Task KeepMessagesHereAsync(CancellationToken stop)
    {
        await using var context = _database.NewContext();
        await context.Outbox.Where(row => row.SentAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, OutboxState.Sent).SetProperty(row => row.SentAt, row => row.NextTryAt).SetProperty(row => row.GatewayId, Gateway), stop);
    }

    private static CaseId NumberOf(Item item, WorkflowDefinition workflow, DateTimeOffset from, int index) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Concat(item.Id.Value.Split('-', StringSplitOptions.RemoveEmptyEntries).Take(6).Select(word => char.ToUpperInvariant(word[0])))}-{workflow.Calendar.DayOf(from):yyyyMMdd}-{index:D6}"));
}
