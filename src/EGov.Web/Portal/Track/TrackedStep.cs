using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Http;

namespace EGov.Web.Portal.Track;

/// <summary>Something that happened, as the applicant is told.</summary>
/// <param name="At">When.</param>
/// <param name="What">A code for programs.</param>
/// <param name="Sentence">The same in the reader's language.</param>
internal sealed record TrackedStep(DateTimeOffset At, string What, string Sentence)
{
    /// <summary>Every step there is to tell, in order.</summary>
    public static IEnumerable<TrackedStep> Of(IEnumerable<FiledOrder> journal, ItemNames names)
    {
        var parties = new Dictionary<int, PartyId>();
        foreach (var filed in journal)
        {
            foreach (var happened in filed.Entry.Events)
            {
                if (happened is WorkItemOpened opened) parties[opened.WorkItem] = opened.Party;
                if (happened is WorkItemTransferred given) parties[given.WorkItem] = given.Party;
                if (Tell(happened, parties, names) is var (what, argument)) yield return new(filed.Entry.At, what, Words.Say("track-" + what, argument));
            }
        }
    }

    private static (string What, string Argument)? Tell(CaseEvent happened, Dictionary<int, PartyId> parties, ItemNames names) => happened switch
    {
        CaseOpened => ("received", ""),
        MilestoneReached reached => (Words.Kebab(reached.Milestone) is "result-issued" ? "result-ready" : Words.Kebab(reached.Milestone), ""),
        WorkItemCompleted done when parties.GetValueOrDefault(done.WorkItem) is { Value: not null } party && party != PartyId.Applicant => ("part-done", names.Party(party)),
        WorkItemUrged => ("urged", ""),
        DocumentFiled => ("document", ""),
        ClockChanged { Clock.Owner: null, Change: ClockChange.Suspended } => ("suspended", ""),
        ClockChanged { Clock.Owner: null, Change: ClockChange.Resumed } => ("resumed", ""),
        ClockChanged { Clock: { Owner: null } clock, Change: ClockChange.Extended } => ("extended", clock.Due?.ToString("d", CultureInfo.CurrentCulture) ?? ""),
        CaseClosed { Status: CaseStatus.Withdrawn } => ("withdrawn", ""),
        CaseClosed => ("closed", ""),
        _ => null,
    };
}
