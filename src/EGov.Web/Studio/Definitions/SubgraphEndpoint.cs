using System.Text.Json.Nodes;
using EGov.Runtime.Catalog;
using EGov.Web.Security;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>A box with what is in it, small flows opened; and the way to a box that lies deeper.</summary>
internal static class SubgraphEndpoint
{
    public static void Map(IEndpointRouteBuilder definitions)
    {
        definitions.MapGet("subgraph/{id}", BoxAsync);
        definitions.MapGet("subgraph/segments/{id}", WayAsync);
    }

    private static async Task<IResult> BoxAsync(string id, string? parentNodeId, CurrentActor reader, DefinitionShelf shelf, Palette palette, CancellationToken stop)
    {
        if (await RootAsync(id, reader, shelf, palette, stop) is not { } root) return StudioProblems.UnknownVersion(id);
        return (string.IsNullOrEmpty(parentNodeId) ? root : new ShownDrawing(palette).Find(root, parentNodeId)) is { } box
            ? StudioJson.Answer(Node(box))
            : StudioProblems.Refuse("studio-box-not-there", parentNodeId ?? "");
    }

    private static async Task<IResult> WayAsync(string id, string? childNodeId, CurrentActor reader, DefinitionShelf shelf, Palette palette, CancellationToken stop)
    {
        if (await RootAsync(id, reader, shelf, palette, stop) is not { } root) return StudioProblems.UnknownVersion(id);
        if (new ShownDrawing(palette).Path(root, childNodeId ?? "") is not [.., var child] path) return StudioProblems.Refuse("studio-box-not-there", childNodeId ?? "");
        var around = path.SkipLast(1).Where(box => DrawnBoxes.Text(box, "type") != "Elsa.Flowchart").ToArray();
        return StudioJson.Answer(new { childNode = Node(child), container = Node(around.LastOrDefault() ?? root), pathSegments = around.Select(box => Segment(box, path)) });
    }

    private static async Task<JsonObject?> RootAsync(string id, CurrentActor reader, DefinitionShelf shelf, Palette palette, CancellationToken stop) =>
        DefinitionVersion.ParseId(id) is var (definitionId, version) && await shelf.ReadAsync(definitionId, version, stop) is { } kept
            ? ShownDefinition.Of(kept, reader.Draws, palette)["root"] as JsonObject
            : null;

    private static object Node(JsonObject box) => new { activity = box.DeepClone(), nodeId = DrawnBoxes.Text(box, "nodeId"), port = PortOf(box), children = Array.Empty<object>(), parents = Array.Empty<object>() };

    private static object Segment(JsonObject box, IReadOnlyList<JsonObject> path) => new
    {
        activityNodeId = DrawnBoxes.Text(box, "nodeId"), activityId = DrawnBoxes.Text(box, "id"), activityType = DrawnBoxes.Text(box, "type"),
        portName = PortOf(path.SkipWhile(step => step != box).ElementAt(1)), activityName = DrawnBoxes.Caption(box) ?? DrawnBoxes.Text(box, "name"),
    };

    private static string? PortOf(JsonObject box) => box.Parent is JsonObject ? box.GetPropertyName() : null;
}
