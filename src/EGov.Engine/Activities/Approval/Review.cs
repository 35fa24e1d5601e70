using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>审查: one party looks at the case and finds something.</summary>
public sealed class Review : IApproval
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.Review", 1, "办理", "审查", "由一个主体审查并给出结论。")
    {
        Inputs =
        [
            Inputs.Party,
            new("outcomes", "Object", "dynamic-outcomes", "结论", "可选的结论，每个结论一个出口；默认同意、不同意。"),
            new("reasonRequired", "Object", "multitext", "须说明理由", "选择这些结论时必须填写意见。") { Default = Value.ListOf("Rejected") },
            Inputs.Limit, Inputs.Superior, Inputs.Ladder, Inputs.FourEyes, Inputs.MinimumGrade, Inputs.NotifyApplicant,
        ],
        Outcomes = ["Approved", "Rejected"],
        OutcomesInput = "outcomes",
        HasWork = true,
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.In(here.StartStepClock()).OpenWork(here.Party("party"), here.Choices());

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) =>
        command is CompleteWorkItem done
            ? here.In(here.Notify(PartyId.Applicant, here.Text("notifyApplicant"), ("party", here.Text("party")))).Complete(done.Choice)
            : here.Story;

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow) => Inputs.CheckLimit(node);
}
