using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>补正告知: the applicant is told once what is missing and supplies it, or lets the time pass.</summary>
/// <remarks>After acceptance the clocks of the case stand still meanwhile: the applicant's days are not the office's.</remarks>
public sealed class Supplement : IApproval
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.Supplement", 1, "受理", "补正告知", "一次性告知申请人补正材料并等待；逾期按“逾期”处理。")
    {
        Inputs =
        [
            new("notify", "String", "singleline", "补正通知", "发给申请人的短信模板。") { NamesTemplate = true },
            new("limitInWorkingDays", "Int32", "singleline", "补正期限（工作日）", "申请人补正的期限，工作日，0 至 365；0 表示不限。") { Default = Value.Of(0) },
        ],
        Outcomes = ["Supplied", "Expired"],
        HasWork = true,
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var clock = new ClockId(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"supplement-{here.Number}"));
        here = here.In(here.SuspendCaseClocks("supplement"));
        here = here.In(here.StartClock(clock, here.Whole("limitInWorkingDays"), [new Rung(0, RungAct.Expire, null)], owned: true));
        here = here.In(here.Notify(PartyId.Applicant, here.Text("notify")));
        return here.OpenWork(PartyId.Applicant, ["Supplied"], WorkKind.Applicant);
    }

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) => command switch
    {
        CompleteWorkItem => here.Complete("Supplied"),
        WakeUp => Lapse(here),
        _ => here.Story,
    };

    private static Story Lapse(ActivityContext here)
    {
        var story = here.Story.CloseWork(here.Number, CancelReason.Expired);
        if (!story.State.Reached(Milestone.Accepted) && !story.State.Reached(Milestone.DeemedAccepted))
            story = story.Then(new MilestoneReached(Milestone.NotAccepted, story.Today, "Expired", story.Actor.User));
        return here.In(story).Complete("Expired");
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow) => Inputs.CheckLimit(node);
}
