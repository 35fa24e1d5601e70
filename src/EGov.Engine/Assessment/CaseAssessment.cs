using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Replay;

namespace EGov.Engine.Assessment;

/// <summary>Counts one case for a period (考核), from its journal alone: pure, and blind to whatever happens after the period.</summary>
/// <remarks>
/// <para>An entry counts when its moment lies in the period, in office time. Entries before it only tell how the case stood.</para>
/// <para>Work is judged by its step's own clock, else by the nearest clock of its case, as it stood when the work was done; done while none runs it is without a limit.</para>
/// <para>Work that is returned (退回) counts against whoever had done the step it goes back to. A rating counts for whoever decided; before a decision, for whoever worked last.</para>
/// </remarks>
public sealed class CaseAssessment
{
    private readonly Dictionary<Worker, Performance> _work = [];
    private readonly Dictionary<int, ActivityId> _activities = [];
    private readonly Dictionary<ActivityId, (int Instance, ImmutableArray<Worker> Workers)> _doers = [];
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _until;
    private readonly int _earlyFrom;
    private readonly Func<string, WorkingCalendar> _editions;
    private Throughput _count = Throughput.None;
    private CaseState _state = CaseState.None;
    private PartyId? _filedWith;
    private Worker? _worker;
    private Worker? _decider;

    private CaseAssessment(AssessmentPeriod period, AssessmentRule rule, WorkingCalendar office, Func<string, WorkingCalendar> editions) =>
        (_from, _until, _earlyFrom, _editions) = (period.From(office), period.Until(office), rule.EarlyFromWorkingDays, editions);

    /// <summary>What a case amounts to in a period.</summary>
    /// <param name="question">Period and rule, and the calendars.</param>
    /// <param name="journal">The case's entries from the first; those after the period may be there or not.</param>
    /// <param name="ratings">Its ratings, in the order of their moments.</param>
    /// <param name="cards">Its cards.</param>
    public static Tally Of(AssessmentQuestion question, IEnumerable<JournalEntry> journal, ImmutableArray<GivenRating> ratings, ImmutableArray<GivenCard> cards)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(journal);
        var fold = new CaseAssessment(question.Period, question.Rule, question.Office, question.Editions);
        var rated = 0;
        foreach (var entry in journal.TakeWhile(entry => entry.At < fold._until))
        {
            for (; rated < ratings.Length && ratings[rated].At < entry.At; rated++) fold.Rate(ratings[rated]);
            fold.Take(entry);
        }

        for (; rated < ratings.Length; rated++) fold.Rate(ratings[rated]);
        foreach (var card in cards.Where(card => fold.Counts(card.At)))
            fold.Add(card.Responsible, card.IsRed ? new() { RedCards = 1 } : new() { YellowCards = 1 });
        return fold.Result();
    }

    private bool Counts(DateTimeOffset at) => at >= _from && at < _until;

    private void Take(JournalEntry entry)
    {
        var counts = Counts(entry.At);
        foreach (var happened in entry.Events)
        {
            Note(happened, entry.At);
            if (counts) Count(happened, entry.At);
            _state = CaseEngine.Evolve(_state, happened);
        }
    }

    /// <summary>What has to be known of the past, inside the period or before it.</summary>
    private void Note(CaseEvent happened, DateTimeOffset at)
    {
        if (happened is ActivityEntered entered) _activities[entered.Instance] = entered.Activity;
        else if (happened is WorkItemOpened { Kind: not WorkKind.Applicant } opened) _filedWith ??= _state.SeatOf(opened.Party);
        else if (happened is WorkItemCompleted done && _state.FindWork(done.WorkItem) is { Kind: not WorkKind.Applicant } item) NoteDoer(item, new(_state.SeatOf(item.Party), done.By));
        else if (happened is MilestoneReached { Milestone: Milestone.Decided or Milestone.NotAccepted }) _decider = _worker;
    }

    private void NoteDoer(WorkItem item, Worker worker)
    {
        _worker = worker;
        if (!_activities.TryGetValue(item.Instance, out var activity)) return;
        var before = _doers.TryGetValue(activity, out var known) && known.Instance == item.Instance ? known.Workers : [];
        _doers[activity] = (item.Instance, before.Contains(worker) ? before : before.Add(worker));
    }

    private void Count(CaseEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case CaseOpened:
                _count = _count with { Received = _count.Received + 1 };
                break;
            case WorkItemCompleted done when _state.FindWork(done.WorkItem) is { Kind: not WorkKind.Applicant } item:
                Add(_worker!, Judged(item.Instance, at)); // Note has just set it
                break;
            case CaseReturned back when _doers.TryGetValue(back.To, out var doers):
                foreach (var worker in doers.Workers) Add(worker, new() { Returned = 1 });
                break;
            case MilestoneReached { Milestone: Milestone.Accepted or Milestone.DeemedAccepted }:
                _count = _count with { Accepted = _count.Accepted + 1 };
                break;
            case MilestoneReached { Milestone: Milestone.NotAccepted }:
                _count = _count with { NotAccepted = _count.NotAccepted + 1 };
                break;
            case CaseClosed { Status: CaseStatus.Withdrawn }:
                _count = _count with { Withdrawn = _count.Withdrawn + 1 };
                break;
            case CaseClosed:
                Close(at);
                break;
        }
    }

    private Performance Judged(int step, DateTimeOffset at)
    {
        if (DueOf(step) is not { } due) return new() { WithoutLimit = 1 };
        var calendar = _editions(_state.CalendarVersion);
        var day = calendar.DayOf(at);
        return day > due ? new() { Late = 1, LateWorkingDays = calendar.Count(due, day) }
            : calendar.Count(day, due) >= _earlyFrom ? new() { Early = 1 }
            : new() { OnTime = 1 };
    }

    /// <summary>The last day of the step's own clock, else of the case's nearest; null while none runs.</summary>
    private DateOnly? DueOf(int step)
    {
        DateOnly? ofCase = null;
        foreach (var clock in _state.Clocks)
        {
            if (clock is not { StoppedOn: null, Due: { } due }) continue;
            if (clock.Owner == step) return due;
            if (clock.Owner is null && !(ofCase <= due)) ofCase = due;
        }

        return ofCase;
    }

    private void Close(DateTimeOffset at)
    {
        _count = _count with { Closed = _count.Closed + 1 };
        if ((_state.FindClock(ClockId.Promised) ?? _state.FindClock(ClockId.Statutory)) is not { } clock) return;
        var calendar = _editions(_state.CalendarVersion);
        var stopped = clock.StoppedOn ?? calendar.DayOf(at);
        _count = _count with
        {
            Timed = _count.Timed + 1,
            UsedWorkingDays = _count.UsedWorkingDays + DueDate.Counted(clock.StartedOn, stopped, clock.Suspensions, calendar),
            PromisedWorkingDays = _count.PromisedWorkingDays + clock.BudgetInWorkingDays,
            Late = _count.Late + (stopped > clock.Due ? 1 : 0),
        };
    }

    private void Rate(GivenRating rating)
    {
        if (!Counts(rating.At) || (_decider ?? _worker) is not { } worker) return;
        if (rating.IsAnswerToRepair) Add(worker, new() { RepairedRatings = rating.Grade > 2 ? 1 : 0 });
        else Add(worker, new() { Ratings = 1, RatingPoints = rating.Grade, PoorRatings = rating.Grade <= 2 ? 1 : 0 });
    }

    private void Add(Worker worker, Performance more)
    {
        if (more != Performance.None) _work[worker] = _work.GetValueOrDefault(worker, Performance.None).Plus(more);
    }

    private Tally Result() => _work.Count == 0 && _count == Throughput.None ? Tally.None : new()
    {
        Cases = 1,
        Work = _work.ToImmutableSortedDictionary(),
        Filings = _count == Throughput.None
            ? ImmutableSortedDictionary<Filing, Throughput>.Empty
            : ImmutableSortedDictionary<Filing, Throughput>.Empty.Add(new(new(_state.DefinitionId), _filedWith ?? new("")), _count),
    };
}

/// <summary>What is asked of every case.</summary>
/// <param name="Period">The period.</param>
/// <param name="Rule">The rule; only what it calls early is asked of a case.</param>
/// <param name="Office">Says when days begin.</param>
/// <param name="Editions">The edition of the working calendar of a version; every version a journal names must be there.</param>
public sealed record AssessmentQuestion(AssessmentPeriod Period, AssessmentRule Rule, WorkingCalendar Office, Func<string, WorkingCalendar> Editions);
