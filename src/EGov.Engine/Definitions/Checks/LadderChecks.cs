using EGov.Engine.Activities;
using EGov.Engine.Clocks;

namespace EGov.Engine.Definitions.Checks;

/// <summary>Ladders (督办梯级), held against the limit they lean on and the parties they name.</summary>
internal static class LadderChecks
{
    public static IEnumerable<Problem> Check(WorkflowDefinition workflow, ActivityNode node, InputDescriptor input, string ladder)
    {
        var drawn = DrawnLadder.Of(workflow, node, input, ladder);
        if (drawn.LimitInWorkingDays is <= 0) yield return Drawing.At(node, "ladder-without-limit", input.Name);
        var reading = drawn.Reading;
        foreach (var problem in reading.Problems) yield return Drawing.At(node, problem.Code, [.. problem.Arguments]);
        foreach (var (line, rung) in reading.Lines.Zip(reading.Rungs))
            if (PartyOf(workflow, node, rung) is { } party && IsUnknown(workflow, party)) yield return Drawing.At(node, "ladder-party-unknown", $"{line}", "1", party.Value);
    }

    /// <summary>Work that is handed over without a name goes to the superior of the box, or else to whoever extends limits.</summary>
    private static PartyId? PartyOf(WorkflowDefinition workflow, ActivityNode node, Rung rung) =>
        rung is { To: null, Act: RungAct.HandOver } && node.Inputs.GetValueOrDefault("superior")?.Constant is null or Value.Nothing ? workflow.Facts.ExtensionParty : rung.To;

    // A small flow that is made to be linked into items names the parties of those items.
    private static bool IsUnknown(WorkflowDefinition workflow, PartyId party) =>
        (workflow.Facts.Item is not null || !workflow.UsableAsActivity) && party != PartyId.Applicant && !workflow.Facts.Parties.Contains(party);
}
