using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Runtime.Outbox;
using EGov.Runtime.Portal;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Seeding;

/// <summary>Fills an empty office with invented officers and cases, for measuring and for showing. Everything goes through the engine; nothing is written past it.</summary>
public sealed class Seeder
{
    private const int Callers = 64;
    private const string Gateway = "seed";
    private const int RatedOneIn = 3;
    private static readonly int[] Grades = [5, 5, 5, 5, 4, 4, 3, 2, 1];

    private readonly Database _database;
    private readonly CaseDesk _desk;
    private readonly CaseFiles _files;
    private readonly WorkflowCatalog _catalog;
    private readonly InventedPlaces _places;
    private readonly InventedOfficers _officers;
    private readonly Ratings _ratings;
    private readonly SeedClock _clock;

    internal Seeder(Database database, CaseDesk desk, CaseFiles files, WorkflowCatalog catalog, InventedPlaces places, InventedOfficers officers, Ratings ratings, SeedClock clock) =>
        (_database, _desk, _files, _catalog, _places, _officers, _ratings, _clock) = (database, desk, files, catalog, places, officers, ratings, clock);

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
        var processes = new List<InventedProcess>();
        foreach (var item in _catalog.Items.Where(item => item.Facts.TryGetProperty("form", out _)))
            if (_catalog.Published(item.Id.Value) is { UsableAsActivity: false } workflow && await _places.OfAsync(item, stop) is { IsEmpty: false } places) processes.Add(new(item, workflow, places));
        PartyId[] parties = [.. processes.SelectMany(process => process.Seats).Distinct().Where(party => party != PartyId.Applicant).OrderBy(party => party.Value, StringComparer.Ordinal)];
        var officers = await _officers.HireAsync(parties, plan.Officers, plan.Luck, stop);
        var (until, harvest) = (_clock.GetUtcNow(), new SeedHarvest(plan.Officers, 0, 0, 0, 0));
        var gate = new Lock();
        await Parallel.ForEachAsync(Enumerable.Range(0, plan.Open + plan.Finished), new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = stop }, async (index, ct) =>
        {
            var luck = new Random(unchecked(plan.Luck * 1_000_003 + index));
            var process = processes[luck.Next(processes.Count)];
            var from = until - TimeSpan.FromDays(luck.NextDouble() * plan.Days);
            var number = NumberOf(process, from, index);
            var life = new InventedLife(_desk, _files, _clock, officers, process, number, luck);
            var over = await life.LiveAsync(from, until, toItsEnd: index >= plan.Open, ct);
            if (over && luck.Next(RatedOneIn) == 0) await RateAsync(number, life.Last + TimeSpan.FromHours(luck.Next(1, 48)), until, Grades[luck.Next(Grades.Length)], ct);
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

    /// <summary>What the applicant thought of it, unless he has not come to say so yet.</summary>
    private async Task RateAsync(CaseId number, DateTimeOffset moment, DateTimeOffset until, int grade, CancellationToken stop)
    {
        if (moment >= until) return;
        _clock.Set(moment);
        await _ratings.RateAsync(number, grade, null, stop);
    }

    /// <summary>Nobody is to get a message about an invented case: what they asked to be sent counts as sent, by a gateway that says so.</summary>
    private async Task KeepMessagesHereAsync(CancellationToken stop)
    {
        await using var context = _database.NewContext();
        await context.Outbox.Where(row => row.State == OutboxState.Pending).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, OutboxState.Sent).SetProperty(row => row.SentAt, row => row.DueAt).SetProperty(row => row.GatewayId, Gateway), stop);
    }

    private static CaseId NumberOf(InventedProcess process, DateTimeOffset from, int index) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Concat(process.Item.Id.Value.Split('-', StringSplitOptions.RemoveEmptyEntries).Take(6).Select(word => char.ToUpperInvariant(word[0])))}-{process.Workflow.Calendar.DayOf(from):yyyyMMdd}-{index:D6}"));
}

/// <summary>A process that invented cases run on.</summary>
/// <param name="Item">Its item.</param>
/// <param name="Workflow">The published version.</param>
/// <param name="Places">Where applications are filed.</param>
internal sealed record InventedProcess(Item Item, WorkflowDefinition Workflow, ImmutableArray<Seating> Places)
{
    /// <summary>Everybody's desk, in all places.</summary>
    public IEnumerable<PartyId> Seats => Workflow.Facts.Parties.SelectMany(party => Places.Select(place => place.Seats?.GetValueOrDefault(party.Value, party) ?? party));
}
