using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine.Activities;
using EGov.Runtime.Catalog;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>The boxes of a drawing on their way to Studio and back. Places are computed on the way out and never relied on.</summary>
internal sealed class ShownDrawing(Palette palette)
{
    /// <summary>What every place begins with.</summary>
    public const string Top = "Workflow1";

    /// <summary>The box with its place, its outcomes, and so all it contains; a box of a type Studio is not told of is wrapped.</summary>
    public JsonObject Show(JsonObject box, string around)
    {
        var (type, version) = (DrawnBoxes.Text(box, "type") ?? "", VersionOf(box));
        if (!palette.Current.Knows(type, version)) return UnknownBox.Wrap(box, around);
        box["nodeId"] = $"{around}:{DrawnBoxes.Text(box, "id")}";
        box["version"] ??= version;
        if (DescriptorOf(type, version) is { } descriptor) DefaultOutcomes.Show(box, descriptor);
        foreach (var path in Paths(box)) Modernise(path);
        foreach (var inner in DrawnBoxes.Inside(box)) Replace(inner, Show(inner.Json, DrawnBoxes.Text(box, "nodeId")!));
        ListPorts(box);
        return box;
    }

    /// <summary>The box as it was before it was shown, with what was changed since.</summary>
    public JsonObject TakeBack(JsonObject box)
    {
        if (UnknownBox.Unwrap(box) is { } original) return original;
        if (DescriptorOf(DrawnBoxes.Text(box, "type") ?? "", VersionOf(box)) is { } descriptor) DefaultOutcomes.TakeBack(box, descriptor);
        foreach (var inner in DrawnBoxes.Inside(box)) Replace(inner, TakeBack(inner.Json));
        return box;
    }

    /// <summary>The box at a place, with the drawing of the small flow behind it when it stands for one; null when there is none.</summary>
    /// <param name="root">A drawing that was shown.</param>
    /// <param name="place">A node id, which may lie inside small flows.</param>
    public JsonObject? Find(JsonObject root, string place) => Path(root, place) is [.., var found] ? Open(found) : null;

    /// <summary>The boxes from the root to the one at a place, small flows opened; empty when there is none.</summary>
    public IReadOnlyList<JsonObject> Path(JsonObject root, string place)
    {
        var path = new List<JsonObject>();
        for (var box = root; box is not null; box = DrawnBoxes.Inside(Open(box)).Select(inner => inner.Json).FirstOrDefault(inner => IsAt(inner, place)))
        {
            if (!IsAt(box, place)) return [];
            path.Add(box);
            if (DrawnBoxes.Text(box, "nodeId") == place) return path;
        }

        return [];
    }

    private JsonObject Open(JsonObject box)
    {
        if (box["root"] is not null || palette.Flow(DrawnBoxes.Text(box, "type") ?? "", VersionOf(box)) is not { } flow) return box;
        if (JsonNode.Parse(flow.Text.TrimStart('\ufeff'))!["root"] is not JsonObject root) return box;
        root.Parent?.AsObject().Remove("root");
        box["root"] = Show(root, DrawnBoxes.Text(box, "nodeId")!);
        return box;
    }

    private static bool IsAt(JsonObject box, string place) =>
        DrawnBoxes.Text(box, "nodeId") is { } id && place.StartsWith(id, StringComparison.Ordinal) && (place.Length == id.Length || place[id.Length] == ':');

    /// <summary>Wrapped boxes show the outcomes that paths leave them by.</summary>
    private static void ListPorts(JsonObject flowchart)
    {
        foreach (var box in DrawnBoxes.Inside(flowchart).Select(inner => inner.Json).Where(UnknownBox.IsWrapped))
            UnknownBox.ListPorts(box, Paths(flowchart).Select(path => path["source"]).OfType<JsonObject>()
                .Where(source => DrawnBoxes.Text(source, "activity") == DrawnBoxes.Text(box, "id")).Select(source => DrawnBoxes.Text(source, "port") ?? "Done"));
    }

    private static IEnumerable<JsonObject> Paths(JsonObject flowchart) => (flowchart["connections"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Elsa 3.0 wrote the ids of the two ends; today's Studio wants an object at each.</summary>
    private static void Modernise(JsonObject path)
    {
        foreach (var (end, port, usual) in new[] { ("source", "sourcePort", "Done"), ("target", "targetPort", "In") })
            if (DrawnBoxes.Text(path, end) is { } activity)
                path[end] = new JsonObject { ["activity"] = activity, ["port"] = DrawnBoxes.Text(path, port) ?? usual };
    }

    private static void Replace(DrawnBox place, JsonObject by)
    {
        if (ReferenceEquals(place.Json, by)) return;
        if (place.Json.Parent is JsonArray list) list[list.IndexOf(place.Json)] = by;
        else if (place.Json.Parent is JsonObject map) map[place.Member] = by;
    }

    private ActivityDescriptor? DescriptorOf(string type, int version) => palette.Registry.Find(type, version)?.Descriptor;

    private int VersionOf(JsonObject box) =>
        box["version"] is JsonValue version && version.GetValueKind() == JsonValueKind.Number && version.TryGetValue<int>(out var number) ? number : palette.HighestVersion(DrawnBoxes.Text(box, "type") ?? "");
}
