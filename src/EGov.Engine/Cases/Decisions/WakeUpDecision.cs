using EGov.Engine.Activities;
using EGov.Engine.Clocks;

namespace EGov.Engine.Cases.Decisions;

/// <summary>Time has passed: what is due happens, the earliest first, each exactly once, however late the sweep is.</summary>
internal static class WakeUpDecision
{
    public static Decision Decide(Story story, WakeUp command)
    {
        if (story.State.Status != CaseStatus.Open) return story.Accept();
        while (!story.IsEndless && Next(story) is { } due)
        {
            var before = story.Count;
            story = due(story).Run();
            if (story.Count == before) break;
        }

        return story.Accept();
    }

    private static Func<Story, Story>? Next(Story story)
    {
        (DateTimeOffset At, Func<Story, Story> Act)? earliest = null;
        foreach (var clock in story.State.Clocks)
            if (clock.NextWakeUp(story.Workflow.Calendar) is { } at && at <= story.Now && !(earliest?.At <= at)) earliest = (at, s => Fire(s, clock));
        foreach (var instance in story.State.Live)
            if (instance.Wait is { Kind: WaitKind.Timer, Until: { } until } && until <= story.Now && !(earliest?.At <= until))
                earliest = (until, s => Resume(s, instance.Number));
        return earliest?.Act;
    }

    private static Story Fire(Story story, Clock clock)
    {
        var rung = clock.Ladder[clock.NextRung];
        story = story.Then(new RungFired(clock.Id, clock.NextRung, rung.Act, rung.To));
        if (rung.Act == RungAct.Expire) return clock.Owner is { } owner ? Resume(story, owner) : story;
        return RungActs.Do(story, clock, rung);
    }

    private static Story Resume(Story story, int number) =>
        story.State.Find(number) is { } instance
            ? story.Workflow.Nodes[instance.Node].Behaviour.Resume(new ActivityContext(story, number), new WakeUp(story.Actor))
            : story;
}
