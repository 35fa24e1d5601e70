using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Cases;
using EGov.Engine.Replay;
using EGov.Engine.Supervision;
using EGov.TestKit.Cases;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Supervision;

/// <summary>Cases as supervision sees them, with the rules of the demonstration district.</summary>
internal static class Watching
{
    public static RuleBook Book { get; } = RuleBook.Of(RuleReading.Of(File.ReadAllText(OfficeCalendar.PathOf("workflows/supervision/rules.json"))).Rules);

    /// <summary>The cards of a play by some rules up to a moment of the office's day, as <c>S02 clock:promised 01-20 00:00 fire</c>.</summary>
    public static IEnumerable<string> Cards(this Play play, string until, params string[] rules) =>
        Watch.Look(Book, play.Watched().State, Moment(until)).Cards.Aggregate(play.Watched().Cards, (all, card) => all.Add(card)).Where(card => rules.Contains(card.Rule.Id)).Select(Line);

    /// <summary>What supervision knows once the last order is in.</summary>
    public static Watched Watched(this Play play) => Fold(Book, play.Journal, play.Workflow.Calendar);

    public static Watched Fold(RuleBook book, IEnumerable<JournalEntry> journal, EGov.Engine.Clocks.WorkingCalendar calendar)
    {
        var (state, cards) = (WatchState.None, ImmutableArray<Card>.Empty);
        foreach (var entry in journal)
        {
            var next = Watch.Take(book, state, entry.At, entry.Events, calendar);
            (state, cards) = (next.State, cards.AddRange(next.Cards));
        }

        return new(state, cards);
    }

    /// <summary>The play with an order that the engine would refuse, as a forged or very old journal may hold it.</summary>
    public static Play Forged(this Play play, params ImmutableArray<CaseEvent> events) => play with
    {
        State = events.Aggregate(play.State, CaseEngine.Evolve),
        Journal = play.Journal.Add(new(play.State.Version, play.Now, new WakeUp(Actor.System), events)),
    };

    public static string Line(Card card) =>
        string.Create(CultureInfo.InvariantCulture, $"{card.Rule.Id} {card.Subject} {card.At.ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm} {card.Party?.Value ?? "nobody"}");

    public static DateTimeOffset Moment(string moment) => DateTimeOffset.Parse(moment + "+08:00", CultureInfo.InvariantCulture).ToUniversalTime();
}
