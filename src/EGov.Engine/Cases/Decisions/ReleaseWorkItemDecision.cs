namespace EGov.Engine.Cases.Decisions;

/// <summary>The holder puts work back into the tray; delegated work goes back to whoever delegated it.</summary>
internal static class ReleaseWorkItemDecision
{
    public static Decision Decide(Story story, ReleaseWorkItem command)
    {
        if (story.NotOpen(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (item.Holder is null) return story.Reject(RejectionCode.NotHeld, command.WorkItem);
        if (story.NotYours(item) is { } notYours) return story.Reject(notYours);

        story = story.Then(new WorkItemReleased(command.WorkItem, command.By.User));
        return (item.DelegatedBy is { } owner ? story.Then(new WorkItemClaimed(command.WorkItem, owner)) : story).Accept();
    }
}
