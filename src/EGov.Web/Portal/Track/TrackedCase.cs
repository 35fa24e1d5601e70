using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Documents;
using EGov.Web.Http;

namespace EGov.Web.Portal.Track;

/// <summary>A case as its applicant sees it: where it is, by when it will be done and why. No officer's name, opinion or reason is in it.</summary>
/// <param name="Case">The number.</param>
/// <param name="Item">What was applied for, in the reader's language.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ReceivedOn">The day the application was received.</param>
/// <param name="Decision">What was decided, in the reader's language; null before.</param>
/// <param name="WaitsFor">The bodies it lies with; the applicant himself is not among them.</param>
/// <param name="AskedOfYou">True when the applicant must supply something.</param>
/// <param name="Clocks">The limits of the whole case.</param>
/// <param name="Documents">What he has handed in.</param>
/// <param name="Steps">What has happened, the latest first.</param>
internal sealed record TrackedCase(
    CaseId Case, string Item, CaseStatus Status, DateOnly ReceivedOn, string? Decision, ImmutableArray<string> WaitsFor, bool AskedOfYou,
    ImmutableArray<ClockView> Clocks, ImmutableArray<FiledDocument> Documents, ImmutableArray<TrackedStep> Steps)
{
    public static TrackedCase Of(CaseFile file, ImmutableArray<FiledOrder> journal, Item? item, DateTimeOffset now)
    {
        var (workflow, state) = file;
        var open = state.WorkItems.Where(work => work.IsOpen).ToList();
        var names = new ItemNames(item);
        return new(
            state.Case, item?.Text("title", CultureInfo.CurrentUICulture.Name) ?? workflow.Name, state.Status, state.ReceivedOn,
            state.Milestones.TryGetValue(Milestone.Decided, out var decision) ? names.Outcome(decision) : null,
            [.. open.Where(work => work.Kind is not (WorkKind.Applicant or WorkKind.Incident)).Select(work => names.Party(work.Party)).Distinct()],
            open.Any(work => work.Kind == WorkKind.Applicant),
            [.. state.Clocks.Where(clock => clock.Owner is null).Select(clock => ClockView.Of(clock, workflow.Calendar, now))],
            [.. CaseDocuments.In(journal).Where(document => document.ByApplicant)],
            [.. TrackedStep.Of(journal, names).Reverse()]);
    }
}
