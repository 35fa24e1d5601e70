using EGov.Engine;
using EGov.Runtime.Portal;

namespace EGov.Runtime.Tests.Portal;

/// <summary>好差评: once, five grades; a poor one is repaired and asked about once more.</summary>
public abstract class Rating_a_case(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly CaseId Case = new("A-1");
    private static readonly UserId Officer = new("wang.fang");

    private Ratings Ratings => Host.Get<Ratings>();

    [ContractFact]
    public async Task is_done_once_also_by_two_clicks_at_the_same_moment()
    {
        var clicks = await Task.WhenAll(Enumerable.Range(1, 5).Select(grade => Ratings.RateAsync(Case, grade, null)));
        Assert.Single(clicks, told => told);
        Assert.False(await Ratings.RateAsync(Case, 5, "again"));
        Assert.Equal(Array.IndexOf(clicks, true) + 1, (await Ratings.FindAsync(Case))!.Grade);
    }

    [ContractFact]
    public async Task knows_five_grades() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Ratings.RateAsync(Case, 6, null));

    [ContractFact]
    public async Task only_a_poor_one_is_repaired_once_and_then_asked_about_once()
    {
        Assert.False(await Ratings.RepairAsync(Case, "sorry", Officer));
        await Ratings.RateAsync(Case, 2, "slow");
        Assert.False(await Ratings.RateAgainAsync(Case, 5));
        Assert.True(await Ratings.RepairAsync(Case, "sorry", Officer));
        Assert.False(await Ratings.RepairAsync(Case, "sorry again", Officer));
        Assert.True((await Ratings.FindAsync(Case))!.AwaitsFollowUp);
        Assert.True(await Ratings.RateAgainAsync(Case, 5));
        Assert.False(await Ratings.RateAgainAsync(Case, 1));
        Assert.Equal((2, "slow", "sorry", 5), (await Ratings.FindAsync(Case)) is { } r ? (r.Grade, r.Text, r.Repair, r.GradeAfterRepair) : default);
    }

    [ContractFact]
    public async Task a_good_one_needs_no_repair()
    {
        await Ratings.RateAsync(Case, 3, null);
        Assert.False(await Ratings.RepairAsync(Case, "thanks", Officer));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Rating_a_case_on_Sqlite() : Rating_a_case(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Rating_a_case_on_Postgres() : Rating_a_case(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Rating_a_case_on_SqlServer() : Rating_a_case(DatabaseProvider.SqlServer);
