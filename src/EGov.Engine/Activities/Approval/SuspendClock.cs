using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>特别程序: inspection, hearing, test or expert review, whose time does not count.</summary>
/// <remarks>行政许可法 art. 45: the time needed is told to the applicant in writing; the clocks of the case stand still meanwhile.</remarks>
public sealed class SuspendClock : IApproval
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.SuspendClock", 1, "时限", "特别程序", "听证、检验、检测、现场勘验、专家评审等，期间不计入时限。")
    {
        Inputs =
        [
            Inputs.Party,
            new("kind", "String", "dropdown", "种类", "特别程序的种类。")
            {
                Default = Value.Of("inspection"),
                Options = ["hearing", "tender", "auction", "inspection", "test", "quarantine", "appraisal", "expert-review"],
            },
            new("outcomes", "Object", "dynamic-outcomes", "结论", "可选的结论；默认完成。"),
            new("reasonRequired", "Object", "multitext", "须说明理由", "选择这些结论时必须填写意见。"),
            new("notifyStarted", "String", "singleline", "书面告知", "开始时告知申请人所需时间的短信模板。") { NamesTemplate = true },
            Inputs.Limit, Inputs.Superior, Inputs.Ladder, Inputs.FourEyes, Inputs.NotifyApplicant,
        ],
        OutcomesInput = "outcomes",
        HasWork = true,
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var kind = here.Text("kind");
        here = here.In(here.SuspendCaseClocks(kind));
        here = here.In(here.StartStepClock());
        here = here.In(here.Notify(PartyId.Applicant, here.Text("notifyStarted"), ("kind", kind)));
        return here.OpenWork(here.Party("party"), here.Choices());
    }

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) =>
        command is CompleteWorkItem done
            ? here.In(here.Notify(PartyId.Applicant, here.Text("notifyApplicant"), ("party", here.Text("party")))).Complete(done.Choice)
            : here.Story;

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow) => Inputs.CheckLimit(node);
}
