using EGov.Engine.Activities;

namespace EGov.Engine.Cases.Decisions;

/// <summary>Work is done with a choice: signed, reviewed, decided, accepted. What it means is the activity's matter.</summary>
internal static class CompleteWorkItemDecision
{
    public static Decision Decide(Story story, CompleteWorkItem command)
    {
        if (story.NotWorkable(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (item.Kind == WorkKind.Incident || !item.Choices.Contains(command.Choice)) return story.Reject(RejectionCode.ChoiceUnknown, command.Choice);
        var here = new ActivityContext(story, item.Instance);
        var behaviour = here.Node.Behaviour;
        if (behaviour is IApproval approval && approval.Judge(here, item, command) is { } judged) return story.Reject(judged);
        if (Authority.Judge(here, command) is { } missing) return story.Reject(missing);
        if (FrontOffice.Judge(here, item, command) is { } notHis) return story.Reject(notHis);
        foreach (var name in command.Values.Keys)
            if (CaseScope.Assign(story, item.Instance, name, command.Values[name]) is null) return story.Reject(RejectionCode.VariableUnknown, name);

        if (item.DelegatedBy is { } owner)
            return story.Then(new WorkItemHandedBack(item.Number, command.By.User, owner, command.Choice, command.Opinion)).Accept();
        if (FrontOffice.PassesTo(here, item, command.Choice) is { } backOffice)
            return story.Then(new WorkItemTransferred(item.Number, command.By.User, backOffice, null, command.Opinion)).Accept();
        story = story.Then(new WorkItemCompleted(item.Number, command.By.User, command.By.ActingFor, command.Choice, command.Opinion));
        foreach (var (name, value) in command.Values) story = CaseScope.Assign(story, item.Instance, name, value)!;
        return behaviour.Resume(here.In(story), command).Run().Accept();
    }
}
