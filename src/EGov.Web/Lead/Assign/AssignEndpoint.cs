using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Lead;
using EGov.Web.Desk.Tell;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Lead.Assign;

/// <summary>交办: a leader asks an officer to see to a case and to answer by a day.</summary>
internal static class AssignEndpoint
{
    private const int MostDays = 365;

    public static void Map(IEndpointRouteBuilder lead)
    {
        lead.MapGet("assign", (string? number) => TypedResults.LocalRedirect(string.IsNullOrWhiteSpace(number) ? "/lead" : "/lead/assign/" + Uri.EscapeDataString(number.Trim())));
        lead.MapGet("assign/{number}", AskAsync);
        lead.MapPost("assign/{number}", AssignAsync);
    }

    private static async Task<Results<RazorComponentResult<TellPage>, NotFound>> AskAsync(string number, CurrentActor leader, TellDesk desk, PageFrame frame, HttpResponse response, CancellationToken stop) =>
        await desk.OpenAsync(number, leader, stop) is null ? TypedResults.NotFound() : TellPage.Of(response, frame, "assign", number, new() { Click = Guid.NewGuid().ToString("N") }, null);

    private static async Task<Results<Onward, RazorComponentResult<TellPage>, NotFound>> AssignAsync(
        string number, [AsParameters] AssignOrder order, PageFrame frame, HttpResponse response, [FromForm] TellForm? form, CancellationToken stop)
    {
        if (await order.Desk.OpenAsync(number, order.Leader, stop) is not { } file) return TypedResults.NotFound();
        var today = order.Catalog.Calendar.DayOf(order.Time.GetUtcNow());
        var wrong = await order.Desk.WrongAsync(file, order.Leader, form ?? new(), needsText: true);
        var due = DateOnly.TryParseExact(form?.DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= today && day <= today.AddDays(MostDays) ? day : (DateOnly?)null;
        if (wrong is not null || due is null) return TellPage.Of(response, frame, "assign", number, form ?? new(), wrong ?? "tell-due-wrong");
        await order.Assignments.AssignAsync(order.Leader.Actor.User, form!.Click!, file.State.Case, new UserId(form.To!.Trim()), form.Text!, due.Value, stop);
        return Onward.To("/lead", "assigned");
    }
}

/// <summary>What assigning needs.</summary>
internal sealed record AssignOrder(CurrentActor Leader, TellDesk Desk, Assignments Assignments, WorkflowCatalog Catalog, TimeProvider Time);
