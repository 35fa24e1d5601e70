using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;

namespace EGov.Engine.Lab;

/// <summary>Plays scenarios on the same engine that runs the cases: a definition is shown to keep its promises before anybody depends on them.</summary>
public static class ScenarioPlayer
{
    /// <summary>Plays a scenario to its end, whatever is refused on the way, and compares.</summary>
    public static ScenarioRun Play(WorkflowDefinition definition, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(scenario);
        var run = new ScenarioRun(scenario, [], CaseState.None, []);
        foreach (var step in scenario.Given) run = Take(definition, run, step, isWhen: false);
        foreach (var step in scenario.When) run = Take(definition, run, step, isWhen: true);
        return run with { Mismatches = [.. ScenarioJudge.Compare(definition, run)] };
    }

    private static ScenarioRun Take(WorkflowDefinition definition, ScenarioRun run, ScenarioStep step, bool isWhen)
    {
        run = Sleep(definition, run, step, isWhen);
        return Order(definition, run, ScenarioOrders.Of(definition, run, step), step.At, step, isWhen);
    }

    /// <summary>What falls due before the step happens at its own moment, as the sweep would do it.</summary>
    private static ScenarioRun Sleep(WorkflowDefinition definition, ScenarioRun run, ScenarioStep step, bool isWhen)
    {
        while (WakeUps.Next(definition, run.State) is { } due)
        {
            var last = run.Orders[^1].Entry.At;
            var at = due > last ? due : last;
            if (at > step.At || (at == step.At && step.Do == ScenarioAct.Wake)) break;
            var woken = Order(definition, run, new WakeUp(Actor.System), at, null, isWhen);
            if (woken.State.Version == run.State.Version) break;
            run = woken;
        }

        return run;
    }

    private static ScenarioRun Order(
        WorkflowDefinition definition, ScenarioRun run, CaseCommand command, DateTimeOffset at, ScenarioStep? step, bool isWhen)
    {
        var decision = CaseEngine.Decide(definition, run.State, command, at);
        var notices = CaseEffects.Of(definition, run.State, decision).Notices;
        var order = new PlayedOrder(step, isWhen, new(run.State.Version, at, command, decision.Events), decision.Refusal, notices);
        return run with { Orders = run.Orders.Add(order), State = decision.After };
    }
}
