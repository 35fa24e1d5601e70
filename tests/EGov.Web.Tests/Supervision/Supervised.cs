using EGov.Engine;
using EGov.Runtime.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Supervision;

/// <summary>An office whose rules find something: work that nobody takes is a yellow card for the body it lies with.</summary>
internal static class Supervised
{
    /// <summary>The rule of work that nobody takes.</summary>
    public const string Untaken = "S18";

    public static SupervisionBoard Board(this Office office) => office.Services.GetRequiredService<SupervisionBoard>();

    /// <summary>Supervision looks at every case that is due for a look.</summary>
    public static Task<int> SuperviseAsync(this Office office) => office.Services.GetRequiredService<SupervisionSweep>().RunOnceAsync(CancellationToken.None);

    /// <summary>A licence that lies in the tray of the body that takes it in until the rule finds it; sessions that began before are over by then.</summary>
    /// <remarks>Two weeks hold two working days in every month of the calendar, holidays or not.</remarks>
    public static async Task<(string Number, CardEntry Card)> LateAsync(this Office office)
    {
        var licence = await FoodLicence.ApplyAsync(office);
        office.Time.Advance(TimeSpan.FromDays(14));
        await office.SuperviseAsync();
        return (licence.Number, Assert.Single((await office.Board().CardsAsync(new() { Case = new CaseId(licence.Number), Rule = Untaken })).Cards));
    }
}
