using System.Collections.Concurrent;
using System.Collections.Immutable;
using EGov.Engine.Activities;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;
using EGov.Engine.Supervision;
using EGov.Engine.Tests.Laws;
using EGov.TestKit.Clocks;
using Xunit.Abstractions;

namespace EGov.Engine.Tests.Supervision;

/// <summary>What holds for the cards of any case: 1,000 random lives on 125 random definitions.</summary>
public sealed class Laws_of_supervision(ITestOutputHelper output)
{
    private const int Definitions = 125;
    private const int LivesEach = 8;

    private static WorkingCalendar Calendar => OfficeCalendar.Chinese;

    [Fact]
    public void the_cards_do_not_depend_on_when_anybody_looked() => Hold((journal, end, luck) =>
        Same(Fold(Watching.Book, journal, end), Fold(Watching.Book, journal, end, (state, at) => WithLooks(Watching.Book, state, at, luck))));

    [Fact]
    public void a_program_that_was_down_finds_the_cards_it_missed() => Hold((journal, end, luck) =>
    {
        // Down after any entry: what was known is gone and folded anew; then the rest comes.
        var (cut, raised) = (luck.Next(journal.Count + 1), new List<Card>());
        var known = Watch.Look(Watching.Book, Folded(Watching.Book, journal.Take(cut), raised), cut < journal.Count ? journal[cut].At : end);
        raised.AddRange(known.Cards);
        var again = Folded(Watching.Book, journal.Take(cut), []);
        foreach (var entry in journal.Skip(cut)) again = Taken(Watching.Book, again, entry, raised);
        raised.AddRange(Watch.Look(Watching.Book, again, end).Cards);
        return Same(Fold(Watching.Book, journal, end), [.. raised.DistinctBy(card => (card.Rule.Id, card.Subject))]);
    });

    [Fact]
    public void a_clock_that_goes_back_undoes_and_doubles_nothing() => Hold((journal, end, luck) =>
    {
        var shaken = journal.Select(entry => luck.Next(4) == 0 ? entry with { At = entry.At - TimeSpan.FromDays(luck.Next(1, 40)) } : entry).ToList();
        var cards = Fold(Watching.Book, shaken, end);
        if (cards.Select(card => (card.Rule.Id, card.Subject)).Distinct().Count() != cards.Length) return "a card was raised twice";
        var latest = DateTimeOffset.MinValue;
        var straightened = shaken.Select(entry => entry with { At = latest = entry.At > latest ? entry.At : latest }).ToList();
        return Same([.. Fold(Watching.Book, straightened, end).Where(IsNotBackdating)], [.. cards.Where(IsNotBackdating)]);
    });

    [Fact]
    public void a_limit_has_a_red_card_exactly_when_the_engines_own_clock_was_over() => Hold((journal, end, _) =>
    {
        var (expected, state) = (new SortedSet<string>(StringComparer.Ordinal), CaseState.None);
        for (var place = 0; place <= journal.Count; place++)
        {
            // Second by second would do; a clock is over from one moment on, so asking at the end of each stretch is enough.
            var until = place < journal.Count ? journal[place].At : end;
            if (state.Status == CaseStatus.Open)
                foreach (var clock in state.Clocks.Where(clock => clock is { StoppedOn: null } && clock.Id == ClockId.Statutory && clock.IsOverdue(until, Calendar))) expected.Add(clock.Id.Value);
            if (place < journal.Count) state = journal[place].Events.Aggregate(state, CaseEngine.Evolve);
        }

        var found = Fold(Watching.Book, journal, end).Where(card => card.Rule.Id == "S03").Select(card => card.Subject.Name);
        return expected.SequenceEqual(found) ? null : $"expected [{string.Join(", ", expected)}], found [{string.Join(", ", found)}]";
    });

    [Fact]
    public void a_changed_rule_changes_nothing_of_what_was_before_it() => Hold((journal, end, luck) =>
    {
        var change = journal[luck.Next(journal.Count)].At + TimeSpan.FromHours(luck.Next(-100, 100));
        var rules = Watching.Book.InForce(change).ToImmutableArray();
        var stricter = rules.Select(rule => rule.Id == "S01" ? rule with { Version = 2, Trigger = new ShareUsed(ClockId.Promised, 0.5m) } : rule).Where(rule => rule.Id != "S19").ToImmutableArray();
        var book = RuleBook.OfEditions([(DateTimeOffset.MinValue, rules), (change, stricter)]);
        var (before, after) = (Fold(Watching.Book, journal, end), Fold(book, journal, end));
        if (Same([.. before.Where(card => card.At < change)], [.. after.Where(card => card.At < change)]) is { } differs) return "before the change: " + differs;
        if (after.Any(card => card.At >= change && (card.Rule.Id == "S19" || card.Rule is { Id: "S01", Version: 1 }))) return "an abolished rule raised a card";
        return Same([.. before.Where(Stays)], [.. after.Where(Stays)]);
        bool Stays(Card card) => card.Rule.Id is not ("S01" or "S19");
    });

    private void Hold(Func<IReadOnlyList<JournalEntry>, DateTimeOffset, Random, string?> law)
    {
        var (broken, cards) = (new ConcurrentQueue<string>(), 0);
        Parallel.For(0, Definitions, seed =>
        {
            var workflow = ElsaJson.Read(new RandomDrawing(new Random(seed)).ToJson(), ActivityRegistry.Standard, Calendar).Definition!;
            for (var life = 0; life < LivesEach && broken.IsEmpty; life++)
            {
                var luck = new Random((seed * LivesEach) + life);
                var play = new RandomPlay(workflow, luck);
                play.Run(orders: 40);
                var end = play.Journal[^1].At + TimeSpan.FromDays(luck.Next(0, 60));
                Interlocked.Add(ref cards, Fold(Watching.Book, play.Journal, end).Length);
                if (law(play.Journal, end, luck) is { } what) broken.Enqueue($"drawing {seed}, life {life}: {what}");
            }
        });
        output.WriteLine($"{cards} cards in {Definitions * LivesEach} lives");
        Assert.Empty(broken);
        Assert.InRange(cards, 1_000, int.MaxValue);
    }

    private static bool IsNotBackdating(Card card) => card.Rule.Id != "S16";

    private static ImmutableArray<Card> Fold(RuleBook book, IReadOnlyList<JournalEntry> journal, DateTimeOffset end, Func<WatchState, DateTimeOffset, (WatchState, IEnumerable<Card>)>? meanwhile = null)
    {
        var (state, raised) = (WatchState.None, new List<Card>());
        foreach (var entry in journal)
        {
            if (meanwhile is not null)
            {
                var (looked, found) = meanwhile(state, entry.At);
                state = looked;
                raised.AddRange(found);
            }

            state = Taken(book, state, entry, raised);
        }

        return [.. raised, .. Watch.Look(book, state, end).Cards];
    }

    private static WatchState Folded(RuleBook book, IEnumerable<JournalEntry> journal, List<Card> raised) => journal.Aggregate(WatchState.None, (state, entry) => Taken(book, state, entry, raised));

    private static WatchState Taken(RuleBook book, WatchState state, JournalEntry entry, List<Card> raised)
    {
        var next = Watch.Take(book, state, entry.At, entry.Events, Calendar);
        raised.AddRange(next.Cards);
        return next.State;
    }

    private static (WatchState, IEnumerable<Card>) WithLooks(RuleBook book, WatchState state, DateTimeOffset until, Random luck)
    {
        var found = new List<Card>();
        for (var look = 0; look < 3 && state.At > DateTimeOffset.MinValue; look++)
        {
            var at = state.At + ((until - state.At) * luck.NextDouble());
            var looked = Watch.Look(book, state, at);
            state = looked.State;
            found.AddRange(looked.Cards);
        }

        return (state, found);
    }

    private static string? Same(IReadOnlyCollection<Card> one, IReadOnlyCollection<Card> other)
    {
        var (first, second) = (one.Select(Watching.Line).Order(StringComparer.Ordinal).ToList(), other.Select(Watching.Line).Order(StringComparer.Ordinal).ToList());
        return first.SequenceEqual(second) ? null : $"only here: {string.Join("; ", first.Except(second))}; only there: {string.Join("; ", second.Except(first))}";
    }
}
