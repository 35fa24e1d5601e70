using EGov.Engine.Activities;

namespace EGov.Engine.Cases.Decisions;

/// <summary>An event arrives for every activity of the case that waits for its name.</summary>
internal static class RaiseEventDecision
{
    public static Decision Decide(Story story, RaiseEvent command)
    {
        var waits = Concerns(story, command) && story.State.Live.Any(i => i.Wait is { Kind: WaitKind.Event } wait && wait.Key == command.Name);
        return waits ? Deliver(story, command).Run().Accept() : story.Reject(RejectionCode.NothingWaits, command.Name);
    }

    /// <summary>Resumes whatever waits for the event now.</summary>
    public static Story Deliver(Story story, RaiseEvent command)
    {
        if (!Concerns(story, command)) return story;
        foreach (var instance in story.State.Live)
            if (instance.Wait is { Kind: WaitKind.Event } wait && wait.Key == command.Name && story.State.Find(instance.Number) is not null)
                story = story.Workflow.Nodes[instance.Node].Behaviour.Resume(new ActivityContext(story, instance.Number), command);
        return story;
    }

    private static bool Concerns(Story story, RaiseEvent command) => command.Correlation is null || command.Correlation == story.State.Correlation;
}
