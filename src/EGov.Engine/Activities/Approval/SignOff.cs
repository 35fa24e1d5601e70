using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>并联会签: several parties sign at the same time (抄告相关、同步审批).</summary>
/// <remarks>
/// Approval is declared as soon as the rule is met; rejection as soon as it can no longer be met (stop at once), or when everyone has
/// signed (wait for all). Signers may be added while the sign-off is open. One person signs once, whatever parties he belongs to.
/// </remarks>
public sealed class SignOff : IApproval
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.SignOff", 1, "办理", "并联会签", "多个主体同时会签，按规则得出结果。")
    {
        Inputs =
        [
            new("parties", "Object", "checklist", "会签主体", "同时会签的主体。") { NamesParty = true, Required = true },
            new("rule", "String", "dropdown", "通过规则", "几家同意才算通过。")
            {
                Default = Value.Of("All"), Options = ["All", "Any", "Majority", "Quorum"],
            },
            new("quorum", "Int32", "singleline", "同意数", "规则为“至少若干个同意”时需要几家同意，至少 1，不多于会签主体数。") { Default = Value.Of(1) },
            new("onRejection", "String", "dropdown", "不同意时", "有一家不同意时，等全部签完，还是立即结束。")
            {
                Default = Value.Of("WaitForAll"), Options = ["WaitForAll", "StopAtOnce"],
            },
            new("keepSignatures", "Boolean", "checkbox", "退回后保留签署", "再次会签时保留已同意的签署。") { Default = Value.False },
            new("reasonRequired", "Object", "multitext", "须说明理由", "选择这些结论时必须填写意见。") { Default = Value.ListOf("Rejected") },
            Inputs.Limit, Inputs.Superior, Inputs.Ladder, Inputs.FourEyes, Inputs.MinimumGrade, Inputs.NotifyApplicant,
        ],
        Outcomes = ["Approved", "Rejected"],
        HasWork = true,
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var parties = here.Texts("parties");
        if (parties.IsEmpty) return here.Fault("input-missing", "parties");
        here = here.In(here.StartStepClock());
        var kept = here.Yes("keepSignatures") ? here.State.Runs.GetValueOrDefault(here.Node.Index)?.Signatures ?? [] : [];
        foreach (var party in parties)
            here = here.In(Ask(here, new PartyId(party), kept.FirstOrDefault(s => s.Party.Value == party && s.Choice == "Approved")));
        return Conclude(here);
    }

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command)
    {
        if (command is CompleteWorkItem done && here.State.FindWork(done.WorkItem) is { } item)
            here = here.In(here.Notify(PartyId.Applicant, here.Text("notifyApplicant"), ("party", item.Party.Value)));
        return Conclude(here);
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(node);
        var parties = node.Inputs.GetValueOrDefault("parties")?.Constant?.ToTexts() ?? [];
        if (parties.Distinct(StringComparer.Ordinal).Count() != parties.Length) yield return Problem.At(node.Line, node.Column, node.Id, "party-twice");
        var quorum = node.Inputs.GetValueOrDefault("quorum")?.Constant?.ToInteger();
        if (quorum is { } n && (n < 1 || (!parties.IsEmpty && n > parties.Length)))
            yield return Problem.At(node.Line, node.Column, node.Id, "quorum-out-of-bounds", n.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var problem in Inputs.CheckLimit(node)) yield return problem;
    }

    private static Story Ask(ActivityContext here, PartyId party, Signature? kept)
    {
        var story = here.OpenWork(party, ["Approved", "Rejected"], WorkKind.Signature);
        return kept is null ? story : story.Then(new WorkItemCompleted(story.State.NextWorkItem - 1, kept.By, kept.For, kept.Choice, null));
    }

    private static Story Conclude(ActivityContext here) => Outcome(here) is { } outcome ? here.Complete(outcome) : here.Story;

    /// <summary>The result when it is certain, or null.</summary>
    private static string? Outcome(ActivityContext here)
    {
        var (approved, rejected, open) = (0, 0, 0);
        foreach (var item in here.Work)
        {
            if (item.IsOpen) open++;
            else if (item.Choice == "Approved") approved++;
            else rejected++;
        }

        var all = approved + rejected + open;
        var needed = here.Text("rule") switch
        {
            "Any" => 1,
            "Majority" => (all / 2) + 1,
            "Quorum" => Math.Clamp(here.Whole("quorum", 1), 1, Math.Max(all, 1)),
            _ => all,
        };
        if (approved >= needed) return "Approved";
        var isLost = approved + open < needed;
        return isLost && (open == 0 || here.Text("onRejection") == "StopAtOnce") ? "Rejected" : null;
    }
}
