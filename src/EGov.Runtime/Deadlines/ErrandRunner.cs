using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;
using EGov.Runtime.Cases;
using EGov.Runtime.Organisation;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Deadlines;

/// <summary>Delivers the orders cases have for each other: open a child, report to the parent, raise an event. Through the same front door, each once.</summary>
/// <remarks>An errand is marked done after its order is on disk; should the power fail in between, the order's id makes the second delivery a repeat.</remarks>
public sealed class ErrandRunner
{
    private const int Page = 500;

    private readonly Database _database;
    private readonly CaseDesk _desk;
    private readonly SeatFinder _seats;
    private readonly TimeProvider _time;
    private readonly ILogger<ErrandRunner> _log;

    internal ErrandRunner(Database database, CaseDesk desk, SeatFinder seats, TimeProvider time, ILogger<ErrandRunner> log) =>
        (_database, _desk, _seats, _time, _log) = (database, desk, seats, time, log);

    /// <summary>Delivers until nothing new is found; an errand that fails waits for the next time.</summary>
    /// <returns>How many were delivered.</returns>
    public async Task<int> RunOnceAsync(CancellationToken stop)
    {
        var delivered = 0;
        while (true)
        {
            var before = delivered;
            foreach (var errand in await WaitingAsync(stop))
                if (await TryDeliverAsync(errand, stop)) delivered++;
            if (delivered == before) return delivered;
        }
    }

    private async Task<bool> TryDeliverAsync(ErrandRow errand, CancellationToken stop)
    {
        try
        {
            var refusal = await DeliverAsync(errand, stop);
            if (refusal is not null) _log.ErrandRefused(new(errand.CaseId), errand.EventNumber, refusal.Code.ToString());
            await MarkAsync(errand, refusal?.Code.ToString(), stop);
            return true;
        }
#pragma warning disable CA1031 // The sweep logs and goes on: the errand stays and is met again next time.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _log.ErrandFailed(failure, new(errand.CaseId), errand.EventNumber);
            return false;
        }
    }

    private Task<Refusal?> DeliverAsync(ErrandRow errand, CancellationToken stop) => Enum.Parse<ErrandKind>(errand.Kind) switch
    {
        ErrandKind.OpenChild => OpenChildAsync(errand, stop),
        ErrandKind.ReportChild => GiveAsync(
            errand, new(errand.Target), new ReportChild(Actor.System, errand.Instance, new(errand.CaseId), errand.Text, Entries(errand)), "", stop),
        _ => RaiseAsync(errand, stop),
    };

    /// <summary>A child is filed where its parent was, so the same units handle it.</summary>
    private async Task<Refusal?> OpenChildAsync(ErrandRow errand, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var place = await context.Cases.Where(c => c.CaseId == errand.CaseId).Select(c => c.Place).FirstOrDefaultAsync(stop);
        var seating = await _seats.AtAsync(errand.Text, place, stop) ?? Seating.None;
        var inputs = Entries(errand).SetItem(Errand.ParentInput, Value.Of(errand.CaseId));
        return await GiveAsync(errand, new(errand.Target), new OpenCase(Actor.System, new(errand.Target), place is null ? null : new PartyId(place), inputs) { Seats = seating.Seats }, "", stop);
    }

    private async Task<Refusal?> RaiseAsync(ErrandRow errand, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var waiting = await context.EventWaits.Where(w => w.Name == errand.Target && w.CaseId != errand.CaseId).Select(w => w.CaseId).Distinct().ToListAsync(stop);
        var raise = new RaiseEvent(Actor.System, errand.Target, Payload(errand));
        foreach (var one in waiting) await GiveAsync(errand, new(one), raise, ":" + one, stop);
        return null;
    }

    private async Task<Refusal?> GiveAsync(ErrandRow errand, CaseId to, CaseCommand order, string suffix, CancellationToken stop)
    {
        var envelope = new CommandEnvelope(new($"errand:{errand.CaseId}:{errand.EventNumber}{suffix}"), to, order)
        {
            DefinitionId = order is OpenCase ? errand.Text : null,
        };
        return (await _desk.HandInAsync(envelope, stop)).Refusal;
    }

    private async Task<List<ErrandRow>> WaitingAsync(CancellationToken stop)
    {
        await using var context = _database.NewContext();
        return await context.Errands.AsNoTracking().Where(e => e.DoneAt == null).OrderBy(e => e.AskedAt).ThenBy(e => e.CaseId).ThenBy(e => e.EventNumber).Take(Page).ToListAsync(stop);
    }

    private async Task MarkAsync(ErrandRow errand, string? refusal, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        DateTimeOffset? now = _time.GetUtcNow();
        await context.Errands.Where(e => e.CaseId == errand.CaseId && e.EventNumber == errand.EventNumber)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.DoneAt, now).SetProperty(e => e.Refusal, refusal), stop);
    }

    private static Value Payload(ErrandRow errand) => Value.TryParseJson(errand.Payload, out var value) ? value : Value.Null;

    private static ImmutableSortedDictionary<string, Value> Entries(ErrandRow errand) =>
        Payload(errand) is Value.Map map ? map.Entries : ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);
}
