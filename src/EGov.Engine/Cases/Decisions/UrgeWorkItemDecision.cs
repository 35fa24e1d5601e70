using EGov.Engine.Activities;

namespace EGov.Engine.Cases.Decisions;

/// <summary>The holder is urged (催办), once a day, by the applicant or an officer of the item.</summary>
internal static class UrgeWorkItemDecision
{
    public static Decision Decide(Story story, UrgeWorkItem command)
    {
        if (story.NotOpen(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (!command.By.Is(PartyId.Applicant) && !story.State.SeatsOf(story.Workflow.Facts).Any(command.By.Is))
            return story.Reject(RejectionCode.PartyMissing, story.State.SeatOf(item.Party));
        if (item.UrgedOn == story.Today) return story.Reject(RejectionCode.UrgedToday, item.Number);

        story = story.Then(new WorkItemUrged(item.Number, command.By.User, story.Today));
        return new ActivityContext(story, item.Instance).Notify(item.Party, "urge").Accept();
    }
}
