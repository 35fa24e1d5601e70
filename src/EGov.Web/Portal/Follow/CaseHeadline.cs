using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;

namespace EGov.Web.Portal.Follow;

/// <summary>The one sentence an applicant comes for: by when, or what came of it.</summary>
/// <param name="file">The case.</param>
/// <param name="names">What its item calls things.</param>
/// <param name="clock">The limit that matters now.</param>
/// <param name="today">Today in office time.</param>
internal sealed class CaseHeadline(CaseFile file, ItemNames names, Clock? clock, DateOnly today)
{
    public string Text => file.State switch
    {
        { Status: CaseStatus.Withdrawn } => Words.Say("case-is-withdrawn"),
        { Status: CaseStatus.Faulted } => Words.Say("case-is-closed"),
        { Status: CaseStatus.Closed } state when state.Reached(Milestone.NotAccepted) => Words.Say("case-is-not-accepted"),
        { Status: CaseStatus.Closed } state when state.Milestones.TryGetValue(Milestone.Decided, out var decision) => Words.Say("case-is-decided", names.Outcome(decision)),
        { Status: CaseStatus.Closed } => Words.Say("case-is-closed"),
        var state when state.Milestones.TryGetValue(Milestone.Decided, out var decision) => Words.Say("case-result-soon", names.Outcome(decision)),
        var state when CaseTeller.Asked(state) is not null => clock?.Due is { } due ? Words.Say("case-supply-by", Figures.Day(due), Left) : Words.Say("case-supply"),
        _ when clock is null => Words.Say("case-in-hand"),
        _ when clock.IsSuspended => Words.Say("case-suspended"),
        _ when clock.Due is { } due && due < today => Words.Say("case-overdue", Figures.Day(due), Figures.Of(file.Workflow.Calendar.WorkingDaysBetween(due, today))),
        _ when clock.Due is { } due => Words.Say(clock.Id.Value == "acceptance" ? "case-told-by" : "case-done-by", Figures.Day(due), Left),
        _ => Words.Say("case-in-hand"),
    };

    private string Left => Figures.Of(clock?.WorkingDaysLeft(today, file.Workflow.Calendar) ?? 0);
}
