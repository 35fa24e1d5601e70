using EGov.Web.Security;

namespace EGov.Web.Studio.Instances;

/// <summary>One case on its drawing: where it stands, what it holds, whether it has moved.</summary>
internal static class ShowInstanceEndpoint
{
    public static void Map(IEndpointRouteBuilder instances)
    {
        instances.MapGet("{id}", ShowAsync);
        instances.MapGet("{id}/execution-state", StateAsync);
        instances.MapGet("{id}/variables", VariablesAsync);
    }

    private static async Task<IResult> ShowAsync(string id, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
        await room.OpenAsync(id, reader, stop) is { } shown ? StudioJson.Answer(shown.Describe()) : StudioProblems.UnknownInstance(id);

    /// <summary>What a viewer asks every few seconds where news are not pushed.</summary>
    private static async Task<IResult> StateAsync(string id, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
        await room.OpenAsync(id, reader, stop) is { Summary: var summary }
            ? StudioJson.Answer(new { summary.Status, workflowSubStatus = summary.SubStatus, summary.SubStatus, summary.UpdatedAt })
            : StudioProblems.UnknownInstance(id);

    private static async Task<IResult> VariablesAsync(string id, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
        await room.OpenAsync(id, reader, stop) is { } shown ? StudioJson.AnswerList(shown.Variables) : StudioProblems.UnknownInstance(id);
}
