using System.Globalization;
using EGov.Runtime.Cases;
using EGov.Web.Portal.Apply;
using EGov.Web.Portal.ApplyOnline;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Window.Today;

/// <summary>窗口收件: what somebody comes for, what was begun and not finished, and what I took in today.</summary>
internal static class TodayEndpoint
{
    private const int MostCases = 200;

    public static void Map(IEndpointRouteBuilder window) => window.MapGet("", ShowAsync);

    private static async Task<RazorComponentResult<TodayPage>> ShowAsync([AsParameters] WindowVisit visit, CaseRegister register, Counter counter, CancellationToken stop)
    {
        var culture = CultureInfo.CurrentUICulture.Name;
        var mine = await register.FindAsync(new() { OpenedBy = visit.Officer.Actor.User, ReceivedFrom = counter.Today, Take = MostCases }, stop);
        var open = await visit.Draft.Desk.OpenAsync(visit.Draft.Context, stop);
        return new(new
        {
            visit.Draft.Frame,
            Items = visit.Door.ItemsOf(visit.Officer.Actor).Select(item => (item.Id.Value, item.Text("title", culture) ?? item.Id.Value)).ToList(),
            Taken = mine.Where(entry => !entry.ByApplicant).Select(entry => new TakenCase(entry.Case.Value, visit.TitleOf(entry.DefinitionId), entry.OpenedAt, entry.Status)).ToList(),
            Unfinished = open is null ? default((string, string)?) : (visit.TitleOf(open.Draft.Item), new DraftScope(open).AddressOf(open.Draft.Passed + 1)),
        });
    }
}

/// <summary>A case taken in at this window.</summary>
/// <param name="Number">The case number.</param>
/// <param name="Item">What was applied for.</param>
/// <param name="At">When.</param>
/// <param name="Status">Where it stands.</param>
public sealed record TakenCase(string Number, string Item, DateTimeOffset At, Engine.Cases.CaseStatus Status);
