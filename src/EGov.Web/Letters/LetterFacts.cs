using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Letters;

/// <summary>The sentences of letters about one case, from the entry of its journal that caused them.</summary>
internal sealed class LetterFacts(CaseFile file, Item? item, FiledOrder filed, DateOnly on)
{
    public DateOnly On => on;

    public string Issuer => item is not null && item.Facts.TryGetProperty("authority", out var authority) && authority.TryGetProperty("name", out var name) ? Localized(name) : Words.Say("letter-office");

    public ImmutableArray<string> Received() => [Words.Say("letter-received", ReceivedOn, ItemName, Number)];

    public ImmutableArray<string> WhatReceiptMeans() => [Words.Say("letter-receipt-means", Figures.Of(file.Workflow.Facts.AcceptanceLimitInWorkingDays), Basis), Words.Say("letter-track")];

    public ImmutableArray<string> Accepted() => [Words.Say(IsDeemed ? "letter-deemed" : "letter-accepted", ReceivedOn, ItemName, Number, Basis, Figures.Date(Reached(Milestone.Accepted, Milestone.DeemedAccepted)))];

    public ImmutableArray<string> AfterAcceptance()
    {
        var (statutory, promised) = (Started(ClockId.Statutory), Started(ClockId.Promised));
        if ((promised ?? statutory) is not { } binding) return [Words.Say("letter-track")];
        var due = binding.Due is { } day ? Figures.Date(day) : "";
        var limits = statutory is not null && promised is not null
            ? Words.Say("letter-limits", Figures.Of(statutory.BudgetInWorkingDays), Figures.Of(promised.BudgetInWorkingDays), due)
            : Words.Say("letter-limit", Figures.Of(binding.BudgetInWorkingDays), due);
        return [limits + Words.Say("letter-not-counted"), Words.Say("letter-track")];
    }

    public ImmutableArray<string> Asked() => [Words.Say("letter-supplement", ReceivedOn, ItemName, Number, Basis)];

    public ImmutableArray<string> HowToSupply()
    {
        var own = filed.Entry.Events.OfType<ClockChanged>().Select(change => change.Clock).LastOrDefault(clock => clock.Owner is not null && clock.Id != Engine.Activities.Approval.Accept.AcceptanceClock);
        return [own is { Due: { } due } ? Words.Say("letter-supply-by", Figures.Of(own.BudgetInWorkingDays), Figures.Date(due)) : Words.Say("letter-supply"), Words.Say("letter-supply-once")];
    }

    public ImmutableArray<string> NotAccepted(string? reason) =>
        [Words.Say("letter-not-accepted", ReceivedOn, ItemName, Number, Basis), Words.Say("letter-reason", reason ?? Words.Say("letter-reason-expired"))];

    public ImmutableArray<string> Remedies() => [item?.Text("remedies", Culture) ?? Words.Say("letter-remedies")];

    private string ReceivedOn => Figures.Date(file.State.ReceivedOn);

    private string ItemName => item?.Text("title", Culture) ?? file.Workflow.Name;

    private string Number => file.State.Case.Value;

    private bool IsDeemed => filed.Entry.Events.Any(happened => happened is MilestoneReached { Milestone: Milestone.DeemedAccepted });

    /// <summary>The law the acceptance rests on, with its article, as the item says.</summary>
    private string Basis => item is not null && item.Facts.TryGetProperty("limits", out var limits) && limits.TryGetProperty("acceptance", out var acceptance) && acceptance.TryGetProperty("basis", out var basis)
        ? Localized(basis)
        : Words.Say("letter-basis");

    private DateOnly Reached(params ReadOnlySpan<Milestone> any)
    {
        foreach (var happened in filed.Entry.Events.OfType<MilestoneReached>())
            if (any.Contains(happened.Milestone)) return happened.On;
        return on;
    }

    private Clock? Started(ClockId id) => filed.Entry.Events.OfType<ClockChanged>().FirstOrDefault(change => change.Change == ClockChange.Started && change.Clock.Id == id)?.Clock;

    private static string Localized(JsonElement texts) => Item.Localized(texts, Culture) ?? "";

    private static string Culture => CultureInfo.CurrentUICulture.Name;
}
