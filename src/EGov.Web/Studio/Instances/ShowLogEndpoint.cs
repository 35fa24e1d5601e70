using EGov.Web.Security;

namespace EGov.Web.Studio.Instances;

/// <summary>The log of a case in Elsa's words, oldest first; whole, or filtered as Studio asks.</summary>
internal static class ShowLogEndpoint
{
    private const int MostLines = 1000;

    public static void Map(IEndpointRouteBuilder instances)
    {
        instances.MapGet("{id}/journal", AllAsync);
        instances.MapPost("{id}/journal", FilteredAsync);
        instances.MapGet("{id}/journal/{activityId}", LastOfAsync);
    }

    private static async Task<IResult> AllAsync(string id, int? skip, int? take, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
        await room.OpenAsync(id, reader, stop) is { } shown ? Page(shown, shown.History.Lines, skip, take) : StudioProblems.UnknownInstance(id);

    private static async Task<IResult> FilteredAsync(string id, StudioBody body, int? skip, int? take, CurrentActor reader, InstanceRoom room, CancellationToken stop)
    {
        if (body.Json is null) return body.Refused;
        return await room.OpenAsync(id, reader, stop) is { } shown ? Page(shown, LogFilter.Of(body).Choose(shown), skip, take) : StudioProblems.UnknownInstance(id);
    }

    private static async Task<IResult> LastOfAsync(string id, string activityId, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
        await room.OpenAsync(id, reader, stop) is { } shown && shown.History.Lines.LastOrDefault(line => shown.History.Find(line.Run)!.Box.Id.Value == activityId) is { } last
            ? StudioJson.Answer(shown.Describe(last))
            : StudioProblems.UnknownInstance(id);

    private static IResult Page(ShownInstance shown, IReadOnlyList<LogLine> lines, int? skip, int? take) => StudioJson.Answer(new
    {
        items = lines.Skip(skip ?? 0).Take(Math.Clamp(take ?? MostLines, 0, MostLines)).Select(shown.Describe), totalCount = lines.Count,
    });
}

/// <summary>Which lines are asked for; a list that is missing or empty asks for all.</summary>
internal sealed record LogFilter(HashSet<string> Activities, HashSet<string> Places, HashSet<string> ExcludedTypes, HashSet<string> Events)
{
    public static LogFilter Of(StudioBody body)
    {
        var filter = body.Inner("filter");
        HashSet<string> Texts(string name) => [.. StudioBody.TextsOf(filter?[name])];
        return new(Texts("activityIds"), Texts("activityNodeIds"), Texts("excludedActivityTypes"), Texts("eventNames"));
    }

    public IReadOnlyList<LogLine> Choose(ShownInstance shown) => [.. shown.History.Lines.Where(line => Has(line, shown.History.Find(line.Run)!))];

    private bool Has(LogLine line, ActivityRun run) =>
        (Activities.Count == 0 || Activities.Contains(run.Box.Id.Value)) && (Places.Count == 0 || Places.Contains(run.Box.NodeId))
        && (Events.Count == 0 || Events.Contains(line.Event)) && !ExcludedTypes.Contains(run.Box.Type);
}
