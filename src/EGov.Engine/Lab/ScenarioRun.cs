using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Effects;
using EGov.Engine.Replay;

namespace EGov.Engine.Lab;

/// <summary>A scenario played: every order with what it caused, the state in the end, and where it differs from what was expected.</summary>
/// <param name="Scenario">What was played.</param>
/// <param name="Orders">In order, those of the sweep included.</param>
/// <param name="State">The state after the last order.</param>
/// <param name="Mismatches">What is not as the scenario says, one plain sentence each; empty when all is.</param>
public sealed record ScenarioRun(Scenario Scenario, ImmutableArray<PlayedOrder> Orders, CaseState State, ImmutableArray<string> Mismatches)
{
    /// <summary>The case's journal: the orders that were accepted, as they would be stored.</summary>
    public IEnumerable<JournalEntry> Journal => Orders.Where(order => order.Refusal is null).Select(order => order.Entry);

    /// <summary>Everything that was told, in order.</summary>
    public IEnumerable<Notice> Notices => Orders.SelectMany(order => order.Notices);
}

/// <summary>One order of a played scenario.</summary>
/// <param name="Step">The step it stands for; null when time did it.</param>
/// <param name="IsWhen">True from the first step of <see cref="Scenario.When"/> on, and for what time did before it.</param>
/// <param name="Entry">The order with its moment and its events; no events when refused.</param>
/// <param name="Refusal">Why it was refused; null when accepted.</param>
/// <param name="Notices">Whom it tells what.</param>
public sealed record PlayedOrder(ScenarioStep? Step, bool IsWhen, JournalEntry Entry, Refusal? Refusal, ImmutableArray<Notice> Notices);
