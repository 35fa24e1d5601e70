using EGov.Engine.Assessment;
using EGov.Runtime.Assessment;
using EGov.Runtime.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Supervision;

/// <summary>An office in February in which one licence was granted in January and another one only handed in; the first is frozen as January.</summary>
public sealed class AssessedOffice : DistrictOffice
{
    private readonly Lazy<Task<string>> _case;

    public AssessedOffice() => _case = new(LiveAsync);

    /// <summary>Lets January pass once; the number of the licence that was granted.</summary>
    public Task<string> JanuaryAsync() => _case.Value;

    public Assessments Assessments => Services.GetRequiredService<Assessments>();

    public static AssessmentPeriod January => AssessmentPeriod.TryRead("2026-01", out var period) ? period : default;

    private async Task<string> LiveAsync()
    {
        var licence = await FoodLicence.AcceptedAsync(this);
        await FoodLicence.ApplyAsync(this);
        foreach (var (officer, party, choice) in new[] { ("li.na", "food-review", "Approved"), ("zhao.lei", "fire", "Approved"), ("sun.yan", "urban-management", "Approved"), ("chen.bo", "food-inspection", "Passed"), ("zhou.min", "food-decision", "Granted"), ("wang.fang", "food-intake", "Done") })
            await licence.CompleteAsync(officer, party, choice);
        await Services.GetRequiredService<Ratings>().RateAsync(new(licence.Number), 4, "very good");
        Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(Freezing.Done, (await Assessments.FreezeAsync(January, new("supervisor"))).Outcome);
        return licence.Number;
    }
}
