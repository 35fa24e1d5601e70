namespace EGov.Engine.Cases.Decisions;

/// <summary>An officer takes work from his party's tray, or what his delegate holds for him.</summary>
internal static class ClaimWorkItemDecision
{
    public static Decision Decide(Story story, ClaimWorkItem command)
    {
        if (story.NotWorkable(command.WorkItem) is { } refusal) return story.Reject(refusal);
        if (story.State.FindWork(command.WorkItem)!.Holder == command.By.User) return story.Accept();
        return story.Then(new WorkItemClaimed(command.WorkItem, command.By.User) { ActingFor = command.By.ActingFor }).Accept();
    }
}
