using System.Text.Json.Serialization;

namespace EGov.Engine.Assessment;

/// <summary>The indicators (考核指标) of whoever is assessed, as whole counts: counts add up, shares do not.</summary>
public sealed record Performance
{
    /// <summary>Nothing was done and nothing happened.</summary>
    public static readonly Performance None = new();

    /// <summary>Work items done before their due day (提前办结); how long before is the rule's matter.</summary>
    public int Early { get; init; }

    /// <summary>Work items done in time but not early (按时办结).</summary>
    public int OnTime { get; init; }

    /// <summary>Work items done after their due day (超期办结).</summary>
    public int Late { get; init; }

    /// <summary>Work items done while no clock ran, so that nobody can say.</summary>
    public int WithoutLimit { get; init; }

    /// <summary>Working days by which the late ones were late, in all; 0 for one done on days off after its due day.</summary>
    public int LateWorkingDays { get; init; }

    /// <summary>How often work came back (被退回) to whoever had done it.</summary>
    public int Returned { get; init; }

    /// <summary>Yellow cards (黄牌).</summary>
    public int YellowCards { get; init; }

    /// <summary>Red cards (红牌).</summary>
    public int RedCards { get; init; }

    /// <summary>Ratings (好差评) given.</summary>
    public int Ratings { get; init; }

    /// <summary>Their grades in all, 5 for very satisfied to 1 for very dissatisfied each.</summary>
    public int RatingPoints { get; init; }

    /// <summary>Poor ratings (差评) among them: dissatisfied or worse.</summary>
    public int PoorRatings { get; init; }

    /// <summary>Poor ratings, perhaps of an earlier period, whose repair the applicant was content with.</summary>
    public int RepairedRatings { get; init; }

    /// <summary>Work items done.</summary>
    [JsonIgnore]
    public int Done => Judged + WithoutLimit;

    /// <summary>Work items done of which a clock says whether they were late.</summary>
    [JsonIgnore]
    public int Judged => Early + OnTime + Late;

    /// <summary>Both together.</summary>
    public Performance Plus(Performance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Early = Early + other.Early,
            OnTime = OnTime + other.OnTime,
            Late = Late + other.Late,
            WithoutLimit = WithoutLimit + other.WithoutLimit,
            LateWorkingDays = LateWorkingDays + other.LateWorkingDays,
            Returned = Returned + other.Returned,
            YellowCards = YellowCards + other.YellowCards,
            RedCards = RedCards + other.RedCards,
            Ratings = Ratings + other.Ratings,
            RatingPoints = RatingPoints + other.RatingPoints,
            PoorRatings = PoorRatings + other.PoorRatings,
            RepairedRatings = RepairedRatings + other.RepairedRatings,
        };
    }
}
