using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>决定: the body decides, once, and the clocks of the case stop.</summary>
/// <remarks>行政许可法 art. 38 and 42: the decision is due within the limit; a refusal is reasoned.</remarks>
public sealed class Decide : IApproval
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.Decide", 1, "办理", "决定", "作出准予或不予的决定，案件计时停止。")
    {
        Inputs =
        [
            Inputs.Party,
            new("outcomes", "Object", "dynamic-outcomes", "决定", "可选的决定，每个一个出口；默认准予、不予。"),
            new("reasonRequired", "Object", "multitext", "须说明理由", "选择这些决定时必须填写意见。") { Default = Value.ListOf("Refused") },
            Inputs.Limit, Inputs.Superior, Inputs.Ladder, Inputs.FourEyes, Inputs.MinimumGrade, Inputs.NotifyApplicant,
        ],
        Outcomes = ["Granted", "Refused"],
        OutcomesInput = "outcomes",
        HasWork = true,
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.In(here.StartStepClock()).OpenWork(here.Party("party"), here.Choices());

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command)
    {
        if (command is not CompleteWorkItem done) return here.Story;
        var story = here.Story.Then(new MilestoneReached(Milestone.Decided, here.Story.Today, done.Choice, command.By.User));
        foreach (var clock in story.State.Clocks)
            if (clock.Owner is null && clock.StoppedOn is null) story = story.Then(new ClockStopped(clock.Id, story.Today, clock.Due));
        story = here.In(story).StartDelivery();
        story = here.In(story).Notify(PartyId.Applicant, here.Text("notifyApplicant"), ("decision", done.Choice));
        return here.In(story).Complete(done.Choice);
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(workflow);
        if (node.Inputs.TryGetValue("party", out var party) && party.Constant is { } named && workflow.Facts.FrontOffice.Contains(new PartyId(named.AsText())))
            yield return Problem.At(node.Line, node.Column, node.Id, "front-office-decides", named.AsText());
        foreach (var problem in Inputs.CheckLimit(node)) yield return problem;
    }
}
