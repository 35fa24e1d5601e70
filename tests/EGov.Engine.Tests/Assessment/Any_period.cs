using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Activities;
using EGov.Engine.Assessment;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;
using EGov.Engine.Tests.Laws;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Assessment;

/// <summary>Laws over random lives of cases.</summary>
public sealed class Any_period
{
    private const int Lives = 400;
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;
    private static readonly string[] Periods = ["2026-01", "2026-02", "2026-03", "2026Q1", "2026Q2"];

    private static readonly Lazy<ImmutableArray<Life>> All = new(() => [.. Enumerable.Range(0, Lives).AsParallel().AsOrdered().Select(Live)]);

    private sealed record Life(ImmutableArray<JournalEntry> Journal, ImmutableArray<GivenRating> Ratings, ImmutableArray<GivenCard> Cards);

    [Theory]
    [MemberData(nameof(EveryPeriod))]
    public void gives_the_same_bytes_however_much_has_happened_since(string text)
    {
        var period = Read(text);
        var until = period.Until(Calendar);
        var whole = AssessmentText.Write(Sheet(period, All.Value));
        // As it was computed on the very day after the period, on any day since, and with the cases in another order.
        var atOnce = All.Value.Select(life => life with { Journal = [.. life.Journal.Where(entry => entry.At < until)], Ratings = [.. life.Ratings.Where(rating => rating.At < until)], Cards = [.. life.Cards.Where(card => card.At < until)] });
        var later = All.Value.Select((life, place) => life with { Journal = [.. life.Journal.Where(entry => entry.At < until.AddHours(place))] }).Reverse();
        Assert.Equal(whole, AssessmentText.Write(Sheet(period, atOnce)));
        Assert.Equal(whole, AssessmentText.Write(Sheet(period, later)));
    }

    [Fact]
    public void is_written_the_same_in_every_culture_and_reads_back_as_it_was()
    {
        var before = CultureInfo.CurrentCulture;
        var texts = new HashSet<string>();
        foreach (var culture in new[] { "zh-CN", "en", "de-DE", "tr-TR", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var text = AssessmentText.Write(Sheet(Read("2026Q1"), All.Value));
            texts.Add(text);
            texts.Add(AssessmentText.Write(AssessmentText.Read(text)));
        }

        CultureInfo.CurrentCulture = before;
        Assert.Single(texts);
    }

    [Theory]
    [MemberData(nameof(EveryPeriod))]
    public void counts_early_timely_and_late_work_as_a_patient_clerk_would(string text)
    {
        var (period, expected) = (Read(text), new Dictionary<string, (int Early, int OnTime, int Late, int Free, int Days)>());
        foreach (var life in All.Value)
            foreach (var (who, verdict, days) in life.Journal.SelectMany((_, place) => ByHand(life.Journal, place, period)))
            {
                var sum = expected.GetValueOrDefault(who);
                expected[who] = verdict switch
                {
                    "early" => sum with { Early = sum.Early + 1 },
                    "on time" => sum with { OnTime = sum.OnTime + 1 },
                    "late" => sum with { Late = sum.Late + 1, Days = sum.Days + days },
                    _ => sum with { Free = sum.Free + 1 },
                };
            }

        var counted = Tally.Sum(All.Value.Select(life => Count(period, life))).Work.Where(one => one.Value.Done > 0)
            .ToDictionary(one => $"{one.Key.Team}/{one.Key.Officer}", one => (one.Value.Early, one.Value.OnTime, one.Value.Late, Free: one.Value.WithoutLimit, Days: one.Value.LateWorkingDays));
        Assert.Equal(expected.OrderBy(one => one.Key, StringComparer.Ordinal), counted.OrderBy(one => one.Key, StringComparer.Ordinal));
        if (text == "2026Q1") Assert.True(expected.Values.Sum(one => one.Early) > 50 && expected.Values.Sum(one => one.OnTime) > 0 && expected.Values.Sum(one => one.Late) > 20, "The lives are too dull to prove anything.");
    }

    [Theory]
    [MemberData(nameof(EveryPeriod))]
    public void sums_officers_to_teams_and_teams_to_bodies(string text)
    {
        var sheet = Sheet(Read(text), All.Value);
        var everybody = All.Value.SelectMany(life => Count(Read(text), life).Work.Values).Aggregate(Performance.None, (sum, one) => sum.Plus(one));
        Assert.Equal(everybody, sheet.Bodies.Aggregate(Performance.None, (sum, body) => sum.Plus(body.Performance)));
        Assert.Equal(everybody, sheet.Bodies.SelectMany(body => body.Parts).SelectMany(team => team.Parts).Aggregate(Performance.None, (sum, officer) => sum.Plus(officer.Performance)));
        Assert.All(sheet.Bodies.SelectMany(body => body.Parts), team => Assert.Equal(team.Performance, team.Parts.Aggregate(Performance.None, (sum, officer) => sum.Plus(officer.Performance))));
        if (text == "2026Q1") Assert.True(everybody is { Returned: > 0, YellowCards: > 0, RedCards: > 0, Ratings: > 0 }, "The lives are too dull to prove anything.");
    }

    [Fact]
    public void a_quarter_is_the_sum_of_its_months()
    {
        var quarter = Tally.Sum(All.Value.Select(life => Count(Read("2026Q1"), life)));
        var months = Tally.Sum(Periods[..3].SelectMany(month => All.Value.Select(life => Count(Read(month), life))));
        Assert.Equal(quarter.Work, months.Work);
        Assert.Equal(quarter.Filings, months.Filings);
        Assert.Equal(Lives, months.Filings.Values.Sum(count => count.Received));
    }

    public static TheoryData<string> EveryPeriod => [.. Periods];

    /// <summary>What the journal itself says of an entry, without any of the code that is tested: days are counted on the fingers.</summary>
    private static IEnumerable<(string Who, string Verdict, int Days)> ByHand(ImmutableArray<JournalEntry> journal, int place, AssessmentPeriod period)
    {
        var entry = journal[place];
        var day = DateOnly.FromDateTime(entry.At.UtcDateTime.AddHours(8));
        if (day < period.FirstDay || day > period.LastDay) yield break;
        for (var number = 0; number < entry.Events.Length; number++)
        {
            if (entry.Events[number] is not WorkItemCompleted done) continue;
            var state = JournalReplay.Fold(journal.Take(place).SelectMany(one => one.Events).Concat(entry.Events.Take(number)));
            var item = state.WorkItems.Single(work => work.Number == done.WorkItem);
            if (item.Kind == WorkKind.Applicant) continue;
            var running = state.Clocks.Where(clock => clock.StoppedOn is null && clock.Due is not null).ToList();
            var own = running.FirstOrDefault(clock => clock.Owner == item.Instance) ?? running.Where(clock => clock.Owner is null).OrderBy(clock => clock.Due).FirstOrDefault();
            var who = $"{item.Party}/{done.By}";
            if (own?.Due is not { } due) yield return (who, "free", 0);
            else if (day > due) yield return (who, "late", WorkingDays(due, day));
            else yield return (who, WorkingDays(day, due) > 0 ? "early" : "on time", 0);
        }
    }

    private static int WorkingDays(DateOnly after, DateOnly until)
    {
        var days = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            if (Calendar.IsWorking(day)) days++;
        return days;
    }

    private static Life Live(int seed)
    {
        var random = new Random(seed);
        var workflow = ElsaJson.Read(new RandomDrawing(random).ToJson(), ActivityRegistry.Standard, Calendar).Definition!;
        var play = new RandomPlay(workflow, random);
        Assert.Null(play.Run(orders: 40));
        var end = play.Journal[^1].At;
        return new(
            [.. play.Journal],
            random.Next(2) == 0 ? [] : [new(end.AddDays(random.Next(60)), random.Next(1, 6), false), new(end.AddDays(60 + random.Next(60)), random.Next(1, 6), true)],
            random.Next(3) > 0 ? [] : [new(play.Journal[random.Next(play.Journal.Count)].At, random.Next(2) == 0, new(new($"p{random.Next(1, 6)}"), random.Next(2) == 0 ? new($"u{random.Next(1, 6)}") : null))]);
    }

    private static AssessmentSheet Sheet(AssessmentPeriod period, IEnumerable<Life> lives) => AssessmentSheet.Of(
        period, The_rule_of_assessment.InForce, Tally.Sum(lives.Select(life => Count(period, life))), team => team.Value is "p1" or "p2" ? "body-a" : team.Value is "p3" ? null : "body-b");

    private static Tally Count(AssessmentPeriod period, Life life) =>
        CaseAssessment.Of(new(period, The_rule_of_assessment.InForce, Calendar, _ => Calendar), life.Journal, life.Ratings, life.Cards);

    private static AssessmentPeriod Read(string text) => AssessmentPeriod.TryRead(text, out var period) ? period : throw new ArgumentException(text, nameof(text));
}
