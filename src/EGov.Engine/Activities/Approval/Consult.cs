using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>征求意见: another body is asked for material, an opinion or a review, has its own days for it, and what its silence means is settled beforehand.</summary>
/// <remarks>
/// The days are those of a district's rules for bodies that help each other: 2 to supply material (提供资料), 5 to give an opinion (征求意见), 7 to review (审核),
/// counted from the day after the request. The clocks of the case run on: asking one another is no special procedure of 行政许可法 art. 45.
/// </remarks>
public sealed class Consult : IApproval
{
    private static readonly ImmutableArray<string> Kinds = ["information", "opinion", "review"];

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.Consult", 1, "办理", "征求意见", "请另一部门提供资料、出具意见或审核；期限届满不答复的，按事先设定处理。")
    {
        Inputs =
        [
            Inputs.Party,
            new("kind", "String", "dropdown", "征询事项", "提供资料 2 个工作日，征求意见 5 个，审核 7 个。") { Default = Value.Of("opinion"), Options = Kinds },
            new("limitInWorkingDays", "Int32", "singleline", "答复期限（工作日）", "工作日，1 至 365；空则按征询事项为 2、5 或 7。"),
            new("silence", "String", "dropdown", "不答复时", "期限届满不答复：视为同意，不再等候，还是移交上级。")
            {
                Default = Value.Of("GoOn"), Options = ["Agree", "GoOn", "Escalate"],
            },
            new("notify", "String", "singleline", "征询通知", "发给被征询部门的短信模板；空则不发。") { NamesTemplate = true },
            new("reasonRequired", "Object", "multitext", "须说明理由", "选择这些结论时必须填写意见。") { Default = Value.ListOf("Objected") },
            Inputs.Superior, Inputs.Ladder, Inputs.FourEyes,
        ],
        Outcomes = ["Answered", "Objected", "Silent"],
        HasWork = true,
    };

    /// <summary>The days granted where a box names none: 2, 5 or 7 working days by what is asked.</summary>
    public static int UsualLimit(string kind) => kind switch { "information" => 2, "review" => 7, _ => 5 };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var limit = here.Whole("limitInWorkingDays") is >= 1 and <= 365 and var given ? given : UsualLimit(here.Text("kind"));
        var clock = ClockId.OfConsultation(here.Number);
        here = here.In(here.StartClock(clock, limit, LadderFor(here, limit), owned: true));
        here = here.In(here.Notify(here.Party("party"), here.Text("notify"), ("kind", here.Text("kind"))));
        return here.OpenWork(here.Party("party"), ["Answered", "Objected"]);
    }

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) => command switch
    {
        CompleteWorkItem done => here.Complete(done.Choice),
        WakeUp => here.In(here.Story.CloseWork(here.Number, CancelReason.Expired)).Complete(here.Text("silence") == "Agree" ? "Answered" : "Silent"),
        _ => here.Story,
    };

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Inputs.GetValueOrDefault("limitInWorkingDays")?.Constant is { } limit && limit is not Value.Nothing && limit.AsText().Length > 0 && limit.ToInteger() is not (>= 1 and <= 365))
            yield return Problem.At(node.Line, node.Column, node.Id, "limit-below-one", "limitInWorkingDays", limit.AsText());
        var superior = node.Inputs.GetValueOrDefault("superior");
        if (node.Inputs.GetValueOrDefault("silence")?.Constant?.AsText() == "Escalate" && (superior is null || superior.Constant is Value.Nothing or Value.Text { Content.Length: 0 }))
            yield return Problem.At(node.Line, node.Column, node.Id, "input-missing", "superior");
    }

    /// <summary>What is drawn, or a reminder a day before; at the end silence ends the request, or hands it to the superior.</summary>
    private static ImmutableArray<Rung> LadderFor(ActivityContext here, int limit)
    {
        var drawn = here.LadderOf("ladder");
        if (drawn.IsEmpty && limit > 1) drawn = [new Rung(-1, RungAct.Remind)];
        return here.Text("silence") == "Escalate" ? drawn.Add(new(0, RungAct.HandOver, here.Party("superior"))) : drawn.Add(new(0, RungAct.Expire));
    }
}
