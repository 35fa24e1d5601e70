using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;

namespace EGov.Engine.Supervision;

/// <summary>What supervision knows after an order or a look, and the cards it raised then.</summary>
public sealed record Watched(WatchState State, ImmutableArray<Card> Cards);

/// <summary>Electronic supervision (电子监察) of one case: a pure fold over its journal, the same live and over history.</summary>
/// <remarks>
/// Before an order every moment up to it comes to pass; then its facts are taken in and judged. A look lets moments come to pass without an
/// order. A card carries the moment its rule names, and one rule raises one card about one thing. So the cards up to a moment follow from the rules and the
/// journal alone: how often a case was looked at, when a program was down and what other cases do changes nothing.
/// </remarks>
public static class Watch
{
    /// <summary>Takes an order in.</summary>
    /// <param name="book">Every rule there ever was.</param>
    /// <param name="state">What is known before; <see cref="WatchState.None"/> for a new case.</param>
    /// <param name="at">The moment of the order; one before the last order's counts as that.</param>
    /// <param name="events">What it caused.</param>
    /// <param name="calendar">The edition of the working calendar the case is counted with afterwards.</param>
    public static Watched Take(RuleBook book, WatchState state, DateTimeOffset at, ImmutableArray<CaseEvent> events, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(calendar);
        var now = at > state.At ? at : state.At;
        var cards = ImmutableArray.CreateBuilder<Card>(0);
        var before = Pass(book, state, now, cards);
        var after = before with { At = now, Calendar = calendar };
        foreach (var happened in events) after = after.After(happened, now);
        after = Judge(book, new(before, after, at, events), cards);
        after = after with { Next = Moments.Next(book, after) };
        return new(Pass(book, after, now, cards), cards.DrainToImmutable());
    }

    /// <summary>Lets the moments up to now come to pass; nothing changes when there are none.</summary>
    public static Watched Look(RuleBook book, WatchState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(state);
        var cards = ImmutableArray.CreateBuilder<Card>(0);
        return new(Pass(book, state, now > state.At ? now : state.At, cards), cards.DrainToImmutable());
    }

    /// <summary>The same knowledge under other rules: when the next card is due is counted anew.</summary>
    public static WatchState Under(RuleBook book, WatchState state)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(state);
        return state with { Next = Moments.Next(book, state) };
    }

    private static WatchState Pass(RuleBook book, WatchState state, DateTimeOffset until, ImmutableArray<Card>.Builder cards)
    {
        if (!(state.Next <= until)) return state;
        var raised = state.Raised;
        foreach (var moment in Moments.Of(book, state).Where(moment => moment.At <= until).OrderBy(moment => moment.At).ThenBy(moment => moment.Rule.Id, StringComparer.Ordinal).ThenBy(moment => moment.Subject.Number))
        {
            if (raised.Contains((moment.Rule.Id, moment.Subject))) continue;
            raised = raised.Add((moment.Rule.Id, moment.Subject));
            cards.Add(CardOf(moment.Rule, moment.Subject, moment.At, moment.Work, moment.IsOfStep, moment.Due));
        }

        state = state with { Raised = raised };
        return state with { Next = Moments.Next(book, state) };
    }

    private static WatchState Judge(RuleBook book, OrderFacts order, ImmutableArray<Card>.Builder cards)
    {
        var state = order.After;
        if (!order.IsOfInterest) return state;
        foreach (var term in book.Facts)
        {
            if (!term.Covers(state.At)) continue;
            foreach (var finding in Findings.Of(term.Rule.Trigger, order))
            {
                if (state.Raised.Contains((term.Rule.Id, finding.Subject))) continue;
                state = state with { Raised = state.Raised.Add((term.Rule.Id, finding.Subject)) };
                cards.Add(CardOf(term.Rule, finding.Subject, state.At, finding.Work, isOfStep: true, finding.Due));
            }
        }

        return state;
    }

    private static Card CardOf(SupervisionRule rule, Subject subject, DateTimeOffset at, WatchedWork? work, bool isOfStep, DateOnly? due) => new(rule, subject, at)
    {
        Party = work?.Party,
        Officer = work?.Holder,
        Activity = isOfStep ? work?.Activity : null,
        Due = due,
    };
}
