using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>计时: starts or stops a named clock of the case, with a ladder of what happens around its due date.</summary>
public sealed class Deadline : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.Deadline", 1, "时限", "计时", "启动或停止一个时限，并设定临期、超期时的督办。")
    {
        Inputs =
        [
            new("clock", "String", "singleline", "时限名称", "本案中时限的名称；新的名称就是新的时限，在表达式里写。") { NamesClock = true, Required = true },
            new("action", "String", "dropdown", "动作", "启动还是停止这个时限。") { Default = Value.Of("Start"), Options = ["Start", "Stop"] },
            new("limitInWorkingDays", "Int32", "singleline", "时限（工作日）", "工作日，1 至 365。") { Default = Value.Of(0) },
            new("remindTo", "String", "dropdown", "临期提醒", "到期前提醒的主体；空则不提醒。") { NamesParty = true },
            new("remindWorkingDaysBefore", "Int32", "singleline", "提前（工作日）", "提前多少个工作日提醒，默认 1。") { Default = Value.Of(1) },
            new("overdueTo", "String", "dropdown", "超期报告", "超期时报告的主体；空则不报告。") { NamesParty = true },
            Inputs.LadderOf("ladder", "督办梯级", "每行一级，从早到晚，如：90% 黄牌；-1 提醒；0 红牌；+3 报监察。填写后代替上面的提醒和报告。", "limitInWorkingDays"),
        ],
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var id = new ClockId(here.Text("clock"));
        if (here.Text("action") != "Stop") return here.In(here.StartClock(id, here.Whole("limitInWorkingDays"), Ladder(here), owned: false)).Complete();
        return here.State.FindClock(id) is { StoppedOn: null } running
            ? here.In(here.Story.Then(new ClockStopped(running.Id, here.Story.Today, running.Due))).Complete()
            : here.Complete();
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(node);
        foreach (var problem in Inputs.CheckLimit(node)) yield return problem;
        var starts = node.Inputs.GetValueOrDefault("action") is not { } action || action.Constant is { } chosen && chosen.AsText() != "Stop";
        if (starts && (!node.Inputs.TryGetValue("limitInWorkingDays", out var limit) || limit.Constant?.ToInteger() == 0))
            yield return Problem.At(node.Line, node.Column, node.Id, "limit-below-one", "limitInWorkingDays", "0");
    }

    private static ImmutableArray<Rung> Ladder(ActivityContext here)
    {
        if (here.LadderOf("ladder") is { IsEmpty: false } drawn) return drawn;
        var ladder = ImmutableArray.CreateBuilder<Rung>();
        if (here.Text("remindTo") is { Length: > 0 } holder) ladder.Add(new Rung(-Math.Clamp(here.Whole("remindWorkingDaysBefore", 1), 1, 365), RungAct.Remind, new PartyId(holder)));
        if (here.Text("overdueTo") is { Length: > 0 } superior) ladder.Add(new Rung(0, RungAct.TellSuperior, new PartyId(superior)));
        return ladder.ToImmutable();
    }
}
