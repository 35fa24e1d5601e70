using System.Collections.Immutable;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>Inputs that several approval activities share, so that they read and mean the same everywhere.</summary>
internal static class Inputs
{
    public static readonly InputDescriptor Party =
        new("party", "String", "dropdown", "办理主体", "由哪个主体办理。") { NamesParty = true, Required = true };

    public static readonly InputDescriptor Limit =
        new("limitInWorkingDays", "Int32", "singleline", "环节时限（工作日）", "本环节的时限，工作日，0 至 365；0 表示不计时。") { Default = Value.Of(0) };

    public static readonly InputDescriptor Superior =
        new("superior", "String", "dropdown", "超时报告", "超时时通知的主体；空则通知办理主体。") { NamesParty = true };

    public static readonly InputDescriptor Ladder = LadderOf(
        "ladder", "督办梯级", "每行一级，从早到晚，如：90% 黄牌；-1 提醒；0 红牌；+3 报监察；+5 移交 上级。后面可写主体编号。空则前一个工作日提醒、超时报告。", "limitInWorkingDays");

    public static readonly InputDescriptor FourEyes =
        new("fourEyes", "Object", "multitext", "须由不同人办理", "办过这些环节的人不得办理本环节（填环节 id）。");

    public static readonly InputDescriptor MinimumGrade =
        new("minimumGrade", "Int32", "singleline", "最低级别", "办理人的最低注册官级别，0 表示不限。") { Default = Value.Of(0) };

    public static readonly InputDescriptor NotifyApplicant =
        new("notifyApplicant", "String", "singleline", "办结通知", "每个主体办理完后发给申请人的短信模板；空则不发。") { NamesTemplate = true };

    /// <summary>An input that is a ladder of its own clock.</summary>
    public static InputDescriptor LadderOf(string name, string title, string help, string limit) => new(name, "String", "multiline", title, help) { LimitOfLadder = limit };

    /// <summary>The step's own clock with its ladder: the one that is drawn, or else remind a day before, unless that is at once, and tell the superior when it is over.</summary>
    public static Cases.Story StartStepClock(this ActivityContext here)
    {
        var limit = here.Whole("limitInWorkingDays");
        var drawn = here.LadderOf("ladder");
        return here.StartClock(
            ClockId.OfStep(here.Number),
            limit,
            drawn.IsEmpty ? [.. Rung.DefaultStepLadder.Where(rung => -rung.WorkingDaysFromDue < limit).Select(rung => rung.Act == RungAct.TellSuperior ? rung with { To = here.SuperiorOf() } : rung)] : drawn,
            owned: true);
    }

    /// <summary>The ladder an input draws, with the superior of this box where a rung names nobody; empty when it draws none.</summary>
    public static ImmutableArray<Rung> LadderOf(this ActivityContext here, string input)
    {
        var text = here.Text(input);
        if (text.Length == 0) return [];
        var superior = here.SuperiorOf();
        return [.. LadderText.Read(text).Rungs.Select(rung => rung switch
        {
            { To: null, Act: RungAct.TellSuperior } => rung with { To = superior },
            { To: null, Act: RungAct.HandOver } => rung with { To = superior ?? here.Workflow.Facts.ExtensionParty },
            _ => rung,
        })];
    }

    private static PartyId? SuperiorOf(this ActivityContext here) => here.Text("superior") is { Length: > 0 } named ? new PartyId(named) : null;

    /// <summary>The clocks of the case stand still until this activity ends, however it ends.</summary>
    public static Cases.Story SuspendCaseClocks(this ActivityContext here, string kind)
    {
        var story = here.Story;
        foreach (var clock in story.State.Clocks)
            if (clock.Owner is null && clock.StoppedOn is null)
                story = story.Then(new Cases.ClockChanged(
                    Cases.ClockChange.Suspended, clock.Suspend(Cases.Lifecycle.SuspensionKey(here.Number), kind, null, story.Today)));
        return story;
    }

    /// <summary>The outcomes of a box: those it lists, or the usual ones.</summary>
    public static ImmutableArray<string> Choices(this ActivityContext here) => here.Node.Behaviour.Descriptor.PortsOf(here.Node);

    /// <summary>What is wrong with a limit in working days.</summary>
    public static IEnumerable<Problem> CheckLimit(ActivityNode node, string name = "limitInWorkingDays")
    {
        if (node.Inputs.TryGetValue(name, out var limit) && limit.Constant is { } value && value.ToInteger() is not (>= 0 and <= 365))
            yield return Problem.At(node.Line, node.Column, node.Id, "limit-out-of-bounds", name, value.AsText());
    }
}
