using System.Text.Json;
using EGov.Web.Http;

namespace EGov.Web.Desk.Complete;

/// <summary>办理, 签署: finish a work item with a choice.</summary>
internal static class CompleteEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/complete", HandleAsync).WithName("Complete");

    private static async Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, CompleteRequest body, CancellationToken stop) =>
        Values.Read(body.Values) is { } values
            ? await order.HandInAsync(by => new Orders.CompleteWorkItem(by, workItem, body.Choice, Texts.Commit(body.Opinion), values), body.Opinion, stop)
            : Problems.Of(StatusCodes.Status400BadRequest, "request-malformed");
}

/// <summary>One of the choices offered, the opinion, and values for variables of the process.</summary>
internal sealed record CompleteRequest(string Choice, string? Opinion = null, Dictionary<string, JsonElement>? Values = null);
