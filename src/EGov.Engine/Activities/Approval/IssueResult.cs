using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>出证: the result is made out and handed over, by a party or, when none is named, at once.</summary>
public sealed class IssueResult : IApproval
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.IssueResult", 1, "结果", "出证", "制作并送达结果文书；未指定主体时自动完成。")
    {
        Inputs =
        [
            Inputs.Party with { Required = false },
            new("document", "String", "singleline", "结果文书", "结果文书的种类。") { NamesResult = true, Required = true },
            Inputs.Limit, Inputs.Superior, Inputs.Ladder, Inputs.NotifyApplicant,
        ],
        HasWork = true,
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.Text("party").Length == 0 ? Issue(here) : here.In(here.StartStepClock()).OpenWork(here.Party("party"), ["Done"]);

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) => command is CompleteWorkItem ? Issue(here) : here.Story;

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow) => Inputs.CheckLimit(node);

    private static Story Issue(ActivityContext here)
    {
        var document = here.Text("document");
        var story = here.Story.Then(new MilestoneReached(Milestone.ResultIssued, here.Story.Today, document, here.Story.Actor.User)).StopDelivery();
        return here.In(here.In(story).Notify(PartyId.Applicant, here.Text("notifyApplicant"), ("document", document))).Complete();
    }
}
