using EGov.Web.Portal.ApplyOnline;

namespace EGov.Web.Window.TakeIn;

/// <summary>代办申请: an officer begins an application for whoever stands before him; the steps of the form are the portal's.</summary>
internal static class TakeInEndpoint
{
    public static void Map(IEndpointRouteBuilder window)
    {
        window.MapPost("leave", LeaveAsync);
        var item = window.MapGroup("items/{item}");
        item.MapPost("", BeginAsync);
        StepEndpoint.Map(item);
        IdentityEndpoint.Map(item);
        ChecklistEndpoint.Map(item);
        HandInEndpoint.Map(item);
    }

    private static async Task<IResult> BeginAsync(string item, [AsParameters] WindowVisit visit, IFormCollection form, CancellationToken stop)
    {
        if (!visit.MayTakeIn(item)) return WindowVisit.Refused;
        await visit.Desk.BeginAsync(visit.Context, item, stop, new IntakeSheet { Officer = visit.Officer.Actor.User.Value });
        return TypedResults.LocalRedirect($"{WindowDoor.Address}/items/{item}/1");
    }

    private static async Task<IResult> LeaveAsync([AsParameters] WindowVisit visit, IFormCollection form, CancellationToken stop)
    {
        if (await visit.Desk.OpenAsync(visit.Context, stop) is { } open) await visit.Desk.CloseAsync(visit.Context, open.Code, stop);
        return TypedResults.LocalRedirect(WindowDoor.Address);
    }
}
