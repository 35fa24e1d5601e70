using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;
using EGov.Web.Security;

namespace EGov.Web.Desk.Peek;

/// <summary>A limit in the preview.</summary>
/// <param name="Title">Which limit, how long, until when.</param>
/// <param name="Standing">How it stands.</param>
public sealed record PeekClock(string Title, DueStanding? Standing);

/// <summary>A party's work in the preview.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Step">At which step.</param>
/// <param name="Told">What was chosen, or who has it.</param>
/// <param name="IsDone">True when it is done.</param>
public sealed record PeekWork(string Party, string Step, string Told, bool IsDone);

/// <summary>The preview of a case.</summary>
public sealed record PeekView(
    CaseId Case, int Version, string Applicant, string Item, string Status, ImmutableArray<PeekClock> Clocks, ImmutableArray<PeekWork> Works, bool IsWatched);

/// <summary>Picks out of a case what its preview shows.</summary>
internal sealed class PeekDesk(CaseFiles files, WorkflowCatalog catalog, OfficerNames officers, TimeProvider time)
{
    private const int MostClocks = 3;

    public async Task<PeekView> LookAsync(CaseFile file, bool isWatched, CancellationToken stop)
    {
        var (workflow, state) = file;
        var item = workflow.Facts.Item is { } id ? catalog.Find(id) : null;
        var (words, application) = (new ItemNames(item), await files.ApplicationAsync(state.Case, stop));
        var today = workflow.Calendar.DayOf(time.GetUtcNow());
        UserId[] people = [.. state.WorkItems.Select(work => work.CompletedBy ?? work.Holder).OfType<UserId>()];
        var names = people.Length == 0 ? [] : officers.Of(people);
        return new(
            state.Case, state.DefinitionVersion, Masked.Name(application?.Applicant, application?.IdKind), item?.Text("title", CultureInfo.CurrentUICulture.Name) ?? workflow.Name,
            Words.Say("case-status-" + Words.Kebab(state.Status)),
            [.. state.Clocks.Where(clock => clock.StoppedOn is null).OrderBy(clock => clock.Due ?? DateOnly.MaxValue).Take(MostClocks).Select(clock => Told(clock, file, today))],
            [.. state.WorkItems.Select(work => new PeekWork(
                words.Party(work.Party), workflow.Nodes[state.Find(work.Instance)!.Node].TitleHere(),
                work is { CompletedBy: { } by, Choice: { } choice } ? Words.Say("peek-done", words.Outcome(choice), names[by])
                : work.Holder is { } holder ? Words.Say("inbox-held-by", names[holder]) : Words.Say("peek-unclaimed"), !work.IsOpen))],
            isWatched);
    }

    private static PeekClock Told(Clock clock, CaseFile file, DateOnly today)
    {
        var calendar = file.Workflow.Calendar;
        var name = clock.Owner is { } step && file.State.Find(step) is { } at ? file.Workflow.Nodes[at.Node].TitleHere()
            : Words.Find("peek-clock-" + clock.Id, CultureInfo.CurrentUICulture) ?? Words.Say("inbox-clock-case");
        var title = clock.Due is { } due ? Words.Say("peek-clock", name, Figures.Of(clock.LimitInWorkingDays), Figures.ShortDay(due)) : Words.Say("peek-clock-still", name, Figures.Of(clock.LimitInWorkingDays));
        return new(title, DueStanding.Of(clock.Due, Math.Max(1, clock.LimitInWorkingDays), clock.Due is null ? clock.WorkingDaysLeft(today, calendar) : null, today, calendar));
    }
}
