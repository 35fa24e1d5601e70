using System.Collections.Immutable;
using EGov.Engine.Activities;
using EGov.Engine.Activities.Approval;

namespace EGov.Engine.Cases.Decisions;

/// <summary>前台: windows accept, ask for supplements and pass on. They neither refuse nor decide (M027).</summary>
/// <remarks>What the front office would refuse becomes work of the back office, with the window's reason; only the back office's own choice has effect.</remarks>
internal static class FrontOffice
{
    private static readonly ImmutableArray<string> Refusals = ["Refused", "Rejected"];

    /// <summary>Why the front office may not do this at all, or null.</summary>
    public static Refusal? Judge(ActivityContext here, WorkItem item, CompleteWorkItem command)
    {
        if (!here.Workflow.Facts.FrontOffice.Contains(item.Party)) return null;
        if (here.Node.Behaviour is Decide || (Refusals.Contains(command.Choice) && here.Workflow.Facts.BackOffice is null)) return Refusal.Of(RejectionCode.FrontOfficeDecides, command.Choice);
        return Refusals.Contains(command.Choice) && command.Opinion is null ? Refusal.Of(RejectionCode.ReasonMissing, command.Choice) : null;
    }

    /// <summary>The back office, when this choice is not the front office's to make; else null.</summary>
    public static PartyId? PassesTo(ActivityContext here, WorkItem item, string choice) =>
        here.Workflow.Facts.FrontOffice.Contains(item.Party) && Refusals.Contains(choice) ? here.Workflow.Facts.BackOffice : null;
}
