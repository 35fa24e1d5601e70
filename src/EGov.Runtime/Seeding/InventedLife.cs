using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;

namespace EGov.Runtime.Seeding;

/// <summary>The life of one invented case, lived through the front door: every order is decided by the engine, at its own moment, and stands in the journal.</summary>
internal sealed class InventedLife(
    CaseDesk desk, CaseFiles files, SeedClock clock, ImmutableDictionary<PartyId, ImmutableArray<Actor>> officers, InventedProcess process, CaseId number, Random luck)
{
    private const int FirstHour = 9;
    private const int OfficeHours = 8;
    private const int MostOrders = 60;
    private const string Opinion = "同意";

    private readonly Item item = process.Item;
    private readonly WorkflowDefinition workflow = process.Workflow;
    private readonly Seating seating = process.Places[luck.Next(process.Places.Length)];
    private int _orders;

    /// <summary>Orders that were accepted and refused so far.</summary>
    public (int Accepted, int Refused) Orders { get; private set; }

    /// <summary>When the last order was accepted.</summary>
    public DateTimeOffset Last { get; private set; }

    /// <summary>Lives from one moment to another, at most.</summary>
    /// <param name="from">When the application comes.</param>
    /// <param name="until">Now.</param>
    /// <param name="toItsEnd">True when it should be finished by then; else it stops short of that.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>True when the case is over.</returns>
    public async Task<bool> LiveAsync(DateTimeOffset from, DateTimeOffset until, bool toItsEnd, CancellationToken stop)
    {
        var moment = OfficeHour(from);
        if (!await GiveAsync(Application(), moment, stop)) return false;
        var most = toItsEnd ? MostOrders : luck.Next(MostOrders / 10);
        for (var order = 0; order < most; order++)
        {
            moment = Later(moment, Pause(toItsEnd));
            if (moment >= until) break;
            await WakeAsync(moment, stop);
            if (await NextAsync(stop) is not { } next) break;
            if (!toItsEnd && WouldEnd(await StateAsync(stop), next, moment)) break;
            if (!await GiveAsync(next, moment, stop) && !await GiveAsync(FirstChoice(await StateAsync(stop), next), moment, stop)) break;
        }

        await WakeAsync(until, stop);
        var state = await StateAsync(stop);
        if (state.Status == CaseStatus.Open && luck.Next(3) == 0 && Waiting(state) is { } work && By(state, work) is { Kind: ActorKind.Officer } holder)
            await GiveAsync(new ClaimWorkItem(holder, work.Number), moment < until ? moment : until, stop);
        return (await StateAsync(stop)).Status != CaseStatus.Open;
    }

    private OpenCase Application()
    {
        var intake = workflow.Facts.FrontOffice.FirstOrDefault() is { Value: not null } front ? seating.Seats?.GetValueOrDefault(front.Value, front) ?? front : PartyId.Applicant;
        var atWindow = luck.Next(3) == 0 && officers.ContainsKey(intake);
        return new(atWindow ? OneOf(intake) : Actor.Applicant(new("applicant")), number, seating.Place ?? (atWindow ? intake : null), Inputs(atWindow ? "window" : "online")) { Seats = seating.Seats };
    }

    private ImmutableSortedDictionary<string, Value> Inputs(string channel)
    {
        var inputs = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        if (!item.Facts.TryGetProperty("choices", out var choices)) return inputs.ToImmutable();
        foreach (var choice in choices.EnumerateArray())
            if (choice.GetProperty("name").GetString() is { } name)
                inputs[name] = choice.TryGetProperty("values", out var values)
                    ? Value.Of(name == "channel" ? channel : values.EnumerateObject().ElementAt(luck.Next(values.EnumerateObject().Count())).Name)
                    : choice.GetProperty("type").GetString() == "boolean" ? Value.Of(luck.Next(2) == 0) : Value.Of(luck.Next(100_000));
        return inputs.ToImmutable();
    }

    private async Task<CaseCommand?> NextAsync(CancellationToken stop)
    {
        var state = await StateAsync(stop);
        if (state.Status != CaseStatus.Open || Waiting(state) is not { } work || By(state, work) is not { } actor) return null;
        var choice = luck.Next(6) == 0 ? luck.Next(work.Choices.Length) : 0;
        return new CompleteWorkItem(actor, work.Number, work.Choices[choice], TextHash.Commit(Opinion), ImmutableSortedDictionary<string, Value>.Empty);
    }

    private static CompleteWorkItem FirstChoice(CaseState state, CaseCommand refused) =>
        (CompleteWorkItem)refused is var order && state.FindWork(order.WorkItem) is { Choices: [var first, ..] } ? order with { Choice = first } : order;

    private bool WouldEnd(CaseState state, CaseCommand order, DateTimeOffset moment) => CaseEngine.Decide(workflow, state, order, moment).After.Status != CaseStatus.Open;

    private WorkItem? Waiting(CaseState state) => state.WorkItems.Where(work => work.IsOpen && work.Choices.Length > 0).ToArray() is { Length: > 0 } open ? open[luck.Next(open.Length)] : null;

    private Actor? By(CaseState state, WorkItem work) => work.Kind == WorkKind.Applicant
        ? Actor.Applicant(new("applicant"))
        : officers.GetValueOrDefault(state.SeatOf(work.Party), []) is { Length: > 0 } those ? those.FirstOrDefault(officer => officer.User == work.Holder) ?? OneOf(state.SeatOf(work.Party)) : null;

    private Actor OneOf(PartyId party) => officers[party] is var those ? those[luck.Next(those.Length)] : null!;

    /// <summary>What the sweep would have done in the meantime.</summary>
    private async Task WakeAsync(DateTimeOffset until, CancellationToken stop)
    {
        DateTimeOffset? last = null;
        while (WakeUps.Next(workflow, await StateAsync(stop)) is { } due && due <= until && due != last)
        {
            await GiveAsync(new WakeUp(Actor.System), due, stop);
            last = due;
        }
    }

    private async Task<bool> GiveAsync(CaseCommand order, DateTimeOffset moment, CancellationToken stop)
    {
        clock.Set(moment);
        var receipt = await desk.HandInAsync(
            new(new(string.Create(CultureInfo.InvariantCulture, $"seed:{number}:{++_orders}")), number, order)
            {
                Texts = [Opinion], DefinitionId = item.Id.Value, DefinitionVersion = workflow.Version,
                Application = order is OpenCase open ? InventedPerson.Applying(item, open.By.Kind == ActorKind.Applicant ? "online" : "window", luck) : null,
            }, stop);
        if (receipt.IsAccepted) Last = moment;
        Orders = receipt.IsAccepted ? (Orders.Accepted + 1, Orders.Refused) : (Orders.Accepted, Orders.Refused + 1);
        return receipt.IsAccepted;
    }

    private async Task<CaseState> StateAsync(CancellationToken stop) => (await files.KnownAsync(number, stop))!.State;

    /// <summary>Office hours some time later, never before: an evening's hour is an hour of the next morning.</summary>
    private DateTimeOffset Later(DateTimeOffset moment, TimeSpan pause) =>
        OfficeHour(moment + pause) is var next && next >= moment ? next : OfficeHour(moment.AddDays(1));

    /// <summary>The same moment in office hours of a working day, or the next such.</summary>
    private DateTimeOffset OfficeHour(DateTimeOffset moment)
    {
        var day = workflow.Calendar.DayOf(moment);
        while (!workflow.Calendar.IsWorking(day)) day = day.AddDays(1);
        var hour = moment - workflow.Calendar.StartOf(workflow.Calendar.DayOf(moment));
        return workflow.Calendar.StartOf(day) + TimeSpan.FromHours(FirstHour) + TimeSpan.FromSeconds(hour.TotalSeconds % (OfficeHours * 3600));
    }

    /// <summary>Most work is done within a day, some lies for a week.</summary>
    private TimeSpan Pause(bool inTime) => TimeSpan.FromDays(-Math.Log(1 - luck.NextDouble()) * (inTime ? 0.8 : 2));
}
