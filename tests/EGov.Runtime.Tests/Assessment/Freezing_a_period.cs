using EGov.Engine;
using EGov.Engine.Assessment;
using EGov.Runtime.Administration;
using EGov.Runtime.Assessment;
using EGov.Runtime.Organisation;
using EGov.Runtime.Portal;
using EGov.Runtime.Storage;
using EGov.TestKit.Clocks;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Tests.Assessment;

/// <summary>A period is counted from the journals and, once it is over, kept for good.</summary>
public abstract class Freezing_a_period(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Supervisor = new("supervisor");

    private Assessments Assessments => Host.Get<Assessments>();

    [ContractFact]
    public async Task keeps_it_for_good_and_it_computes_to_the_same_bytes_whatever_happens_later()
    {
        await JanuaryAsync();
        var (outcome, frozen) = await Assessments.FreezeAsync(Period("2026-01"), Supervisor);
        Assert.Equal(Freezing.Done, outcome);
        Assert.Equal("assessment-frozen", Assert.Single(await Host.Get<AdministrativeActs>().ListAsync()).Act);

        // February: open cases go on, new ones come, a rating of a January case is given, and the rule and the units are others.
        await Host.DoneAsync("A-2", "window", "Accepted");
        await Host.OpenAsync("B-1");
        await Host.Get<Ratings>().RateAsync(new("A-1"), 1, "slow");
        Rule(The("\"inTime\": 50", "\"inTime\": 40").Replace("\"satisfaction\": 15", "\"satisfaction\": 25", StringComparison.Ordinal));
        await Host.Get<UnitRegister>().ReplaceAsync([new("another", UnitLevel.District, "x", "x", null, null) { Posts = [new("intake", new("window"), "x", "x", 0, [])] }]);

        var again = await (await AnotherHostAsync()).Get<Assessments>().ComputeAsync(Period("2026-01"));
        Assert.Equal(frozen!.Text, again.Text);
        Assert.Equal((Freezing.WasFrozen, frozen.Hash), await Assessments.FreezeAsync(Period("2026-01"), Supervisor) is var (second, same) ? (second, same!.Hash) : default);
        Assert.Equal("another", (await Assessments.ComputeAsync(Period("2026-02"))).Sheet.BodyOf(new("window")));
        Assert.Single(await Assessments.FrozenAsync());
    }

    [ContractFact]
    public async Task is_refused_before_it_is_over()
    {
        await JanuaryAsync();
        Assert.Equal((Freezing.NotOver, null), await Assessments.FreezeAsync(Period("2026-02"), Supervisor));
        Assert.Equal((Freezing.NotOver, null), await Assessments.FreezeAsync(Period("2026Q1"), Supervisor));
        Assert.Empty(await Assessments.FrozenAsync());
        Assert.Empty(await Host.Get<AdministrativeActs>().ListAsync());
    }

    [ContractFact]
    public async Task is_done_once_also_by_several_at_the_same_moment()
    {
        await JanuaryAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Assessments.FreezeAsync(Period("2026-01"), Supervisor)));
        Assert.Single(outcomes, one => one.Outcome == Freezing.Done);
        Assert.Equal(3, outcomes.Count(one => one.Outcome == Freezing.WasFrozen));
    }

    [ContractFact]
    public async Task a_rating_that_was_changed_behind_its_back_is_noticed_and_nothing_is_overwritten()
    {
        await JanuaryAsync(rated: 2);
        var (_, frozen) = await Assessments.FreezeAsync(Period("2026-01"), Supervisor);
        await using (var context = Host.Get<Database>().NewContext()) await context.Ratings.ExecuteUpdateAsync(set => set.SetProperty(row => row.Grade, 5));
        Assert.Equal(Freezing.Differs, (await Assessments.FreezeAsync(Period("2026-01"), Supervisor)).Outcome);
        Assert.Equal(frozen!.Text, (await Assessments.FindAsync(Period("2026-01")))!.Text);
    }

    [ContractFact]
    public async Task a_kept_text_that_was_changed_is_noticed()
    {
        await JanuaryAsync();
        await Assessments.FreezeAsync(Period("2026-01"), Supervisor);
        await ChangeTextAsync(text => text.Replace("\"early\":", "\"early\":1", StringComparison.Ordinal));
        Assert.False(await Assessments.IsAsKeptAsync(Period("2026-01"), await Assessments.ComputeAsync(Period("2026-01"))));
        await ChangeTextAsync(_ => "{}");
        await Assert.ThrowsAsync<InvalidDataException>(() => Assessments.FindAsync(Period("2026-01")));
    }

    [ContractFact]
    public async Task counts_received_work_and_ratings_of_every_case_also_of_those_that_were_only_rated()
    {
        await JanuaryAsync(rated: 4);
        Time.Advance(TimeSpan.FromDays(31));
        await Host.Get<Ratings>().RateAsync(new("A-2"), 5, null);
        var (january, march) = ((await Assessments.ComputeAsync(Period("2026-01"))).Sheet, (await Assessments.ComputeAsync(Period("2026-03"))).Sheet);
        Assert.Equal(2, january.Items.Single().Count.Received);
        Assert.Equal((1, 1, 4), january.Bodies.Single(body => body.Id == "window").Performance is var done ? (done.Done, done.Ratings, done.RatingPoints) : default);
        // Nobody has worked on A-2, so its rating is nobody's; A-1 was rated in January.
        Assert.Empty(march.Bodies);
        Assert.Equal(0, march.Cases);
    }

    [ContractFact]
    public async Task counts_the_cards_of_the_period_also_those_nobody_had_looked_for_and_keeps_them_when_lifted_later()
    {
        await JanuaryAsync();
        var (_, frozen) = await Assessments.FreezeAsync(Period("2026-01"), Supervisor);
        await using var context = Host.Get<Database>().NewContext();
        var end = new DateTimeOffset(2026, 1, 31, 16, 0, 0, TimeSpan.Zero);
        var cards = await context.Cards.Where(card => card.At < end).ToListAsync();
        var sum = frozen!.Sheet.Bodies.Aggregate(Performance.None, (all, body) => all.Plus(body.Performance));
        Assert.Equal((cards.Count(card => card.Severity == "Yellow"), cards.Count(card => card.Severity == "Red")), (sum.YellowCards, sum.RedCards));
        Assert.True(sum.YellowCards + sum.RedCards > 0, "No card was raised, so nothing is shown.");

        context.CardActs.AddRange(cards.Select(card => new CardActRow { Id = "settle:" + card.Number, Card = card.Number, CaseId = card.CaseId, Act = "Lift", By = "supervisor", At = end, Text = "x" }));
        await context.SaveChangesAsync();
        Assert.Equal(Freezing.WasFrozen, (await Assessments.FreezeAsync(Period("2026-01"), Supervisor)).Outcome);
    }

    [ContractFact]
    public async Task without_a_rule_or_with_a_broken_one_nobody_is_assessed()
    {
        Assert.Contains("is missing", (await Assert.ThrowsAsync<InvalidDataException>(() => Assessments.ComputeAsync(Period("2026-01")))).Message, StringComparison.Ordinal);
        Rule("{}");
        Assert.Contains("cannot be used", (await Assert.ThrowsAsync<InvalidDataException>(() => Assessments.ComputeAsync(Period("2026-01")))).Message, StringComparison.Ordinal);
    }

    /// <summary>Two cases come in January, one of them is accepted on its second day and perhaps rated; then it is February.</summary>
    private async Task JanuaryAsync(int? rated = null)
    {
        Rule(The("\"inTime\": 50", "\"inTime\": 50"));
        await Host.OpenAsync("A-1");
        await Host.OpenAsync("A-2");
        Time.Advance(TimeSpan.FromDays(1));
        await Host.DoneAsync("A-1", "window", "Accepted");
        if (rated is { } grade) await Host.Get<Ratings>().RateAsync(new("A-1"), grade, null);
        Time.Advance(TimeSpan.FromDays(29));
    }

    private async Task ChangeTextAsync(Func<string, string> change)
    {
        await using var context = Host.Get<Database>().NewContext();
        var row = await context.Assessments.SingleAsync();
        row.Text = change(row.Text);
        await context.SaveChangesAsync();
    }

    private static string The(string instead, string of) =>
        File.ReadAllText(OfficeCalendar.PathOf("workflows/supervision/assessment.json")).Replace(instead, of, StringComparison.Ordinal);

    private void Rule(string json)
    {
        var file = Path.Combine(Database.Folder, "workflows", "supervision", "assessment.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, json);
    }

    private static AssessmentPeriod Period(string text) => AssessmentPeriod.TryRead(text, out var period) ? period : throw new ArgumentException(text, nameof(text));
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Freezing_a_period_on_Sqlite() : Freezing_a_period(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Freezing_a_period_on_Postgres() : Freezing_a_period(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Freezing_a_period_on_SqlServer() : Freezing_a_period(DatabaseProvider.SqlServer);
