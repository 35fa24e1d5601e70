using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Portal;

/// <summary>A rating (好差评) and what came of it.</summary>
/// <param name="Grade">5 is very satisfied, 1 very dissatisfied.</param>
/// <param name="Text">What the applicant says, or null.</param>
/// <param name="RatedAt">When.</param>
/// <param name="Repair">What the office has done about it; null before.</param>
/// <param name="RepairedBy">The officer who says so.</param>
/// <param name="RepairedAt">When.</param>
/// <param name="GradeAfterRepair">The applicant's answer to the repair; null before.</param>
/// <param name="RatedAgainAt">When he gave it.</param>
public sealed record Rating(
    int Grade, string? Text, DateTimeOffset RatedAt, string? Repair, UserId? RepairedBy, DateTimeOffset? RepairedAt, int? GradeAfterRepair, DateTimeOffset? RatedAgainAt)
{
    /// <summary>差评: dissatisfied or worse; the office must look into it and put it right.</summary>
    public bool IsPoor => Grade <= 2;

    /// <summary>Repaired, and not asked about again yet.</summary>
    public bool AwaitsFollowUp => Repair is not null && GradeAfterRepair is null;
}

/// <summary>好差评: a case is rated once when it is closed; a poor rating is repaired by the office, and the applicant is asked once more.</summary>
public sealed class Ratings
{
    /// <summary>The best grade; the worst is 1.</summary>
    public const int BestGrade = 5;

    /// <summary>The longest text of a rating or a repair, in UTF-16 units.</summary>
    public const int LongestText = 1_000;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal Ratings(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>The rating of a case, or null.</summary>
    public async Task<Rating?> FindAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Ratings.AsNoTracking().Where(row => row.CaseId == caseId.Value).FirstOrDefaultAsync(stop) is { } row
            ? new(row.Grade, row.Text, row.RatedAt, row.Repair, row.RepairedBy is null ? null : new UserId(row.RepairedBy), row.RepairedAt, row.GradeAfterRepair, row.RatedAgainAt)
            : null;
    }

    /// <summary>The first rating; false when there is one already.</summary>
    public async Task<bool> RateAsync(CaseId caseId, int grade, string? text, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(grade is >= 1 and <= BestGrade, true);
        await using var context = _database.NewContext();
        if (await context.Ratings.AnyAsync(row => row.CaseId == caseId.Value, stop)) return false;
        context.Add(new RatingRow { CaseId = caseId.Value, Grade = grade, Text = text, RatedAt = _time.GetUtcNow() });
        try
        {
            await context.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException) when (context.Ratings.Any(row => row.CaseId == caseId.Value))
        {
            return false;
        }
    }

    /// <summary>The office says what it has done about a poor rating; false when there is none or it was said before.</summary>
    public async Task<bool> RepairAsync(CaseId caseId, string repair, UserId by, CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        return await context.Ratings.Where(row => row.CaseId == caseId.Value && row.Grade <= 2 && row.Repair == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Repair, repair).SetProperty(row => row.RepairedBy, by.Value).SetProperty(row => row.RepairedAt, now), stop) == 1;
    }

    /// <summary>The applicant's answer to the repair; false when there is none to answer or he has answered.</summary>
    public async Task<bool> RateAgainAsync(CaseId caseId, int grade, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(grade is >= 1 and <= BestGrade, true);
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        return await context.Ratings.Where(row => row.CaseId == caseId.Value && row.Repair != null && row.GradeAfterRepair == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.GradeAfterRepair, grade).SetProperty(row => row.RatedAgainAt, now), stop) == 1;
    }
}
