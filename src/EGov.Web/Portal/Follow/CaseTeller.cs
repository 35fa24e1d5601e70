using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Outbox;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Letters;
using EGov.Web.Portal.Guide;
using EGov.Web.Portal.Track;

namespace EGov.Web.Portal.Follow;

/// <summary>Tells a case to its applicant. Officers' names and their opinions on each other's work stay inside; what the law wants him to be told, he is told in their words.</summary>
internal sealed class CaseTeller(CaseFiles files, WorkflowCatalog catalog, MessageBoard board, CaseLetters letters, LetterWriter writer, TimeProvider time)
{
    /// <summary>Choices whose reasons are meant for the applicant: what to prepare or supply, why not.</summary>
    public static readonly ImmutableArray<string> ToldChoices = ["NotReady", "Supplement", "Refused", "Rectify"];

    public async Task<FollowedCase> TellAsync(CaseFile file, CancellationToken stop)
    {
        var (state, now) = (file.State, time.GetUtcNow());
        var today = file.Workflow.Calendar.DayOf(now);
        var item = file.Workflow.Facts.Item is { } id ? catalog.Find(id) : null;
        var (names, journal) = (new ItemNames(item), await files.HistoryAsync(state.Case, stop));
        var acts = AllowedActs.Of(file.Workflow, state, ApplicantOrder.Applicant, now);
        var clock = ClockThatMatters(state);
        var documents = CaseDocuments.In(journal);
        return new(
            state.Case.Value, item?.Text("title", Culture) ?? file.Workflow.Name, new CaseHeadline(file, names, clock, today).Text, LeadOf(state, names), Asked(state) is not null,
            await ToldAsync(state, journal, names, stop), clock is { StoppedOn: null } ? DaysOf(clock, file.Workflow.Calendar, today) : [], today, clock is { Owner: not null } ? "supplement" : clock?.Id.Value == "acceptance" ? "acceptance" : "result",
            new CasePath(file, journal, names).Steps(),
            acts.Any(act => act.Act == Act.Urge), acts.Any(act => act.Act == Act.Withdraw), state.Status == CaseStatus.Closed,
            await letters.RatingAsync(state.Case, stop), await letters.UnreadAsync(state.Case, stop), await MessagesAsync(state, stop),
            [.. documents.Where(document => document.ByApplicant).Select(document => new KeptDocument(names.Material(document.Material), document.Content.Value, document.FiledAt))],
            [.. documents.Where(document => IsIssued(state, document, names)).Select(document => new KeptDocument(names.Result(document.Material) ?? "", document.Content.Value, document.FiledAt))])
        {
            Letters = await writer.KindsAsync(file, stop),
        };
    }

    /// <summary>True for a document of the result, once the result is issued.</summary>
    public static bool IsIssued(CaseState state, FiledDocument document, ItemNames names) =>
        !document.ByApplicant && names.Result(document.Material) is not null && state.Reached(Milestone.ResultIssued);

    /// <summary>What the applicant is to do, or null.</summary>
    public static WorkItem? Asked(CaseState state) => state.WorkItems.FirstOrDefault(work => work is { IsOpen: true, Kind: WorkKind.Applicant });

    /// <summary>What the applicant may be asked for: everything but the form he has filled in.</summary>
    public ImmutableArray<Material> MaterialsOf(CaseFile file) =>
        file.Workflow.Facts.Item is { } id && catalog.Find(id) is { } item ? [.. Material.Of(item).Where(material => material.Source != MaterialSource.Form)] : [];

    private static Clock? ClockThatMatters(CaseState state)
    {
        if (Asked(state) is { } asked && state.Clocks.LastOrDefault(clock => clock.Owner == asked.Instance) is { } own) return own;
        if (state.FindClock(ClockId.Delivery) is { StoppedOn: null } delivery) return delivery;
        return state.Clocks.LastOrDefault(clock => clock.Owner is null && clock.Id.Value == "promised") ?? state.Clocks.LastOrDefault(clock => clock.Owner is null);
    }

    /// <summary>The days of a limit; while it stands still, up to today.</summary>
    private static ImmutableArray<ExplainedDay> DaysOf(Clock clock, WorkingCalendar calendar, DateOnly today)
    {
        var days = DueDate.Explain(clock, calendar);
        if (!clock.IsSuspended) return days;
        var more = Enumerable.Range(1, Math.Max(0, today.DayNumber - days[^1].Day.DayNumber)).Select(after => days[^1].Day.AddDays(after));
        return [.. days, .. more.Select(day => new ExplainedDay(day, calendar.KindOf(day), false, days[^1].Count, "suspended:"))];
    }

    private static string LeadOf(CaseState state, ItemNames names)
    {
        if (state.Status != CaseStatus.Open) return "";
        if (Asked(state) is not null) return Words.Say("case-asked");
        var waits = state.WorkItems.Where(work => work.IsOpen && work.Kind is not (WorkKind.Applicant or WorkKind.Incident)).Select(work => names.Party(work.Party)).Distinct();
        return string.Join(Words.Say("flow-and"), waits) is { Length: > 0 } parties ? Words.Say("case-waits", parties) : Words.Say("case-nothing-to-do");
    }

    private async Task<ImmutableArray<ToldText>> ToldAsync(CaseState state, ImmutableArray<FiledOrder> journal, ItemNames names, CancellationToken stop)
    {
        var texts = await files.TextsAsync(state.Case, stop);
        // What was to be supplied before the acceptance is over with it.
        var accepted = journal.LastOrDefault(filed => filed.Entry.Events.Any(happened => happened is MilestoneReached { Milestone: Milestone.Accepted or Milestone.DeemedAccepted }));
        return
        [
            .. from filed in (accepted is null ? journal : journal.Skip(journal.IndexOf(accepted) + 1)).Reverse()
               let order = filed.Entry.Command as CompleteWorkItem
               // What was to be supplied is over with the case; why not remains.
               where order is { Opinion: not null } && ToldChoices.Contains(order.Choice) && (state.Status == CaseStatus.Open || order.Choice == "Refused") && texts.ContainsKey(order.Opinion.Value)
               select new ToldText(filed.Entry.At, names.Outcome(order.Choice), texts[order.Opinion!.Value]),
        ];
    }

    private async Task<ImmutableArray<SentMessage>> MessagesAsync(CaseState state, CancellationToken stop) =>
    [
        .. from message in (await board.OfCaseAsync(state.Case, stop)).Reverse()
           where message.To == PartyId.Applicant
           select new SentMessage(letters.Words(state, message), message.SentAt),
    ];

    private static string Culture => CultureInfo.CurrentUICulture.Name;
}
