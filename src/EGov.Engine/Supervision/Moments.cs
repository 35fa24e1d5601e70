using EGov.Engine.Clocks;

namespace EGov.Engine.Supervision;

/// <summary>A moment that will come if nothing happens before.</summary>
internal readonly record struct Moment(SupervisionRule Rule, Subject Subject, DateTimeOffset At, WatchedWork? Work, bool IsOfStep, DateOnly? Due);

/// <summary>The moments that the rules name in a case as it stands: a function of rules and state alone.</summary>
internal static class Moments
{
    /// <summary>The first of them; null when there is none.</summary>
    public static DateTimeOffset? Next(RuleBook book, WatchState state)
    {
        DateTimeOffset? earliest = null;
        foreach (var moment in Of(book, state))
            if (!(earliest <= moment.At)) earliest = moment.At;
        return earliest;
    }

    /// <summary>All that lie in the time their rule is in force and were not met before.</summary>
    public static List<Moment> Of(RuleBook book, WatchState state)
    {
        var found = new List<Moment>();
        if (!state.IsOpen || state.Calendar is not { } calendar) return found;
        foreach (var term in book.Moments) new Search(term, state, calendar, found).Run();
        return found;
    }

    private readonly record struct Search(RuleTerm Term, WatchState State, WorkingCalendar Calendar, List<Moment> Found)
    {
        public void Run()
        {
            switch (Term.Rule.Trigger)
            {
                case ShareUsed share: OfClock(share.Clock, share); break;
                case LimitOver over: OfClock(over.Clock, over); break;
                case StepOver: OfRuns(static id => id.IsOfStep, evenWhenWholeIsOver: false); break;
                case ConsultOver: OfRuns(static id => id.IsOfConsultation, evenWhenWholeIsOver: true); break;
                case FirstReviewLate late: OfWork(late.WorkingDays, static (state, work) => work.Instance == state.FirstStep ? work.OpenedAt : null); break;
                case Untaken lying: OfWork(lying.WorkingDays, static (_, work) => work.Holder is null ? work.Since : null); break;
                case Unhandled held: OfWork(held.WorkingDays, static (_, work) => work.Holder is null ? null : work.Since); break;
                case ResultLate late: OfResult(late.WorkingDays); break;
                default: throw new System.Diagnostics.UnreachableException(Term.Rule.Trigger.GetType().Name);
            }
        }

        private void OfClock(ClockId id, MomentTrigger trigger)
        {
            foreach (var watched in State.Clocks)
            {
                if (watched.Clock.Id != id || DayOf(watched.Clock, trigger) is not { } day) continue;
                Add(new(SubjectKind.Clock, id.Value, watched.Round), trigger is ShareUsed ? Calendar.StartOf(day) : Calendar.EndOf(day), watched.Since, State.InHand(), isOfStep: false, watched.Clock.Due);
            }
        }

        /// <summary>The day on which the share is reached, counted like the due date itself; or the day by which the limit is over.</summary>
        private DateOnly? DayOf(Clock clock, MomentTrigger trigger) => trigger switch
        {
            ShareUsed share => clock.LimitInWorkingDays < 1 || clock.Due is null ? null
                : DueDate.Of(clock.StartedOn, (int)Math.Ceiling(clock.LimitInWorkingDays * share.Share), clock.Suspensions, Calendar),
            LimitOver over => clock.Due is { } due ? Calendar.Shift(due, over.WorkingDaysAfter) : null,
            _ => null,
        };

        /// <summary>Clocks of single runs of boxes, of one kind.</summary>
        private void OfRuns(Func<ClockId, bool> kind, bool evenWhenWholeIsOver)
        {
            foreach (var watched in State.Clocks)
            {
                if (watched.Clock is not { Owner: { } step, Due: { } due } || !kind(watched.Clock.Id)) continue;
                var over = Calendar.EndOf(due);
                foreach (var work in State.Work)
                {
                    if (work.Instance != step || !work.IsWaiting) continue;
                    var since = work.OpenedAt > watched.Since ? work.OpenedAt : watched.Since;
                    if (evenWhenWholeIsOver || !IsWholeOver(over > since ? over : since)) Add(new(SubjectKind.Work, "", work.Number), over, since, work, isOfStep: true, due);
                }
            }
        }

        private bool IsWholeOver(DateTimeOffset at)
        {
            foreach (var watched in State.Clocks)
                if (watched.Clock is { Owner: null, Due: { } due } && Calendar.EndOf(due) <= at) return true;
            return false;
        }

        /// <summary>Work that was left so many working days, counted from the day after it came to lie there.</summary>
        /// <param name="days">How many.</param>
        /// <param name="since">Since when it lies there; null when it is not meant.</param>
        private void OfWork(int days, Func<WatchState, WatchedWork, DateTimeOffset?> since)
        {
            foreach (var work in State.Work)
            {
                if (!work.IsWaiting || since(State, work) is not { } began) continue;
                var last = Calendar.Shift(Calendar.DayOf(began), days);
                Add(new(SubjectKind.Work, "", work.Number), Calendar.EndOf(last), began, work, isOfStep: true, last);
            }
        }

        private void OfResult(int days)
        {
            if (State.DecidedOn is not { } decided || State.IsIssued) return;
            var last = Calendar.Shift(decided, days);
            Add(Subject.Case, Calendar.EndOf(last), State.DecidedAt, State.InHand(), isOfStep: true, last);
        }

        /// <summary>Nothing comes to pass before what it is about: a moment that lay in the past by then is that of the change.</summary>
        private void Add(Subject subject, DateTimeOffset computed, DateTimeOffset since, WatchedWork? work, bool isOfStep, DateOnly? due)
        {
            var at = computed > since ? computed : since;
            if (Term.Covers(at) && !State.Raised.Contains((Term.Rule.Id, subject))) Found.Add(new(Term.Rule, subject, at, work, isOfStep, due));
        }
    }
}
