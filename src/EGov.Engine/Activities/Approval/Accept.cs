using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>受理: take the application in, ask once for what is missing, or refuse to take it in.</summary>
/// <remarks>
/// 行政许可法 art. 32: what is missing is told once, completely, within five working days; otherwise the application counts as accepted from
/// the day it was received. So silence accepts (视为受理), and the statutory clock then starts at the day of receipt.
/// </remarks>
public sealed class Accept : IApproval
{
    /// <summary>The clock of the five days.</summary>
    public static readonly ClockId AcceptanceClock = new("acceptance");

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.Accept", 1, "受理", "受理", "受理、一次性告知补正或不予受理；五个工作日内未告知的视为受理。")
    {
        Inputs =
        [
            Inputs.Party,
            new("notifyAccepted", "String", "singleline", "受理通知", "受理后发给申请人的短信模板。") { NamesTemplate = true },
            new("notifyRefused", "String", "singleline", "不予受理通知", "不予受理后发给申请人的短信模板。") { NamesTemplate = true },
            new("reasonRequired", "Object", "multitext", "须说明理由", "选择这些结果时必须填写意见。") { Default = Value.ListOf("Refused") },
            Inputs.LadderOf("statutoryLadder", "法定时限的督办梯级", "每行一级，从早到晚，如：90% 黄牌；0 红牌；+5 报监察。空则前一个工作日提醒、超期红牌。", "statutoryLimitInWorkingDays"),
            Inputs.LadderOf("promisedLadder", "承诺时限的督办梯级", "写法同上；空则前一个工作日提醒、超期红牌。", "promisedLimitInWorkingDays"),
            Inputs.FourEyes,
        ],
        Outcomes = ["Accepted", "Supplement", "Refused"],
        HasWork = true,
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var asked = here.State.Reached(Milestone.SupplementAsked);
        here = here.In(StartAcceptanceClock(here));
        return here.OpenWork(here.Party("party"), asked ? ["Accepted", "Refused"] : ["Accepted", "Supplement", "Refused"]);
    }

    /// <inheritdoc/>
    public Refusal? Judge(ActivityContext here, WorkItem item, CompleteWorkItem command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Choice == "Supplement" && here.State.Reached(Milestone.SupplementAsked) ? Refusal.Of(RejectionCode.SupplementAskedAlready) : null;
    }

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) => command switch
    {
        CompleteWorkItem { Choice: "Accepted" } => Take(here, Milestone.Accepted, here.Story.Today),
        CompleteWorkItem { Choice: "Supplement" } =>
            here.In(here.Story.Then(new MilestoneReached(Milestone.SupplementAsked, here.Story.Today, null, command.By.User))).Complete("Supplement"),
        CompleteWorkItem { Choice: "Refused" } => Refuse(here),
        WakeUp => Take(here, Milestone.DeemedAccepted, here.State.FindClock(AcceptanceClock)?.StartedOn ?? here.State.ReceivedOn),
        _ => here.Story,
    };

    /// <summary>The five days run from receipt, so that a step before acceptance cannot stretch them; after a supplement from the day it came. An accepted case has none.</summary>
    private static Story StartAcceptanceClock(ActivityContext here)
    {
        var limit = here.Workflow.Facts.AcceptanceLimitInWorkingDays;
        if (limit <= 0 || IsAccepted(here)) return here.Story;
        var from = here.State.Reached(Milestone.SupplementAsked) ? here.Story.Today : here.State.ReceivedOn;
        var clock = Clock.Start(AcceptanceClock, limit, from, [new Rung(0, RungAct.Expire, null)], here.Number, here.Workflow.Calendar);
        return here.Story.Then(new ClockChanged(ClockChange.Started, clock));
    }

    private static Story Take(ActivityContext here, Milestone milestone, DateOnly from)
    {
        var by = here.Story.Actor.User;
        here = here.In(here.Story.CloseWork(here.Number, CancelReason.Expired));
        if (IsAccepted(here)) return here.Complete("Accepted");
        here = here.In(here.Story.Then(new MilestoneReached(milestone, from, null, by)));
        here = here.In(StartCaseClock(here, ClockId.Statutory, here.Workflow.Facts.StatutoryLimitInWorkingDays, from, "statutoryLadder"));
        here = here.In(StartCaseClock(here, ClockId.Promised, here.Workflow.Facts.PromisedLimitInWorkingDays, from, "promisedLadder"));
        return here.In(here.Notify(PartyId.Applicant, here.Text("notifyAccepted"))).Complete("Accepted");
    }

    /// <summary>True when the case comes here again: it was accepted once, from that day, and the applicant knows it.</summary>
    private static bool IsAccepted(ActivityContext here) => here.State.Reached(Milestone.Accepted) || here.State.Reached(Milestone.DeemedAccepted);

    /// <summary>The case's own clocks run from acceptance.</summary>
    private static Story StartCaseClock(ActivityContext here, ClockId id, int limit, DateOnly from, string ladder)
    {
        if (limit <= 0 || here.State.FindClock(id) is { StoppedOn: null }) return here.Story;
        var clock = Clock.Start(id, limit, from, here.LadderOf(ladder) is { IsEmpty: false } drawn ? drawn : CaseLadder(here, limit), null, here.Workflow.Calendar);
        return here.Story.Then(new ClockChanged(ClockChange.Started, clock));
    }

    /// <summary>Whoever accepts is reminded a day before, unless that is at once (即办件).</summary>
    private static ImmutableArray<Rung> CaseLadder(ActivityContext here, int limit)
    {
        var over = new Rung(0, RungAct.RedCard, here.Workflow.Facts.ExtensionParty);
        return limit > 1 ? [new Rung(-1, RungAct.Remind, here.Party("party")), over] : [over];
    }

    private static Story Refuse(ActivityContext here)
    {
        var story = here.Story.Then(new MilestoneReached(Milestone.NotAccepted, here.Story.Today, "Refused", here.Story.Actor.User));
        return here.In(here.In(story).Notify(PartyId.Applicant, here.Text("notifyRefused"))).Complete("Refused");
    }
}
