using System.Text.Json;
using System.Text.Json.Nodes;

namespace EGov.Runtime.Catalog;

/// <summary>Finds the activities in the JSON of a drawing, where Studio and the engine look for them.</summary>
public static class DrawnBoxes
{
    /// <summary>What an activity contains: in a list, in a port, in the cases of a switch. The list may be changed meanwhile.</summary>
    public static IReadOnlyList<DrawnBox> Inside(JsonObject box)
    {
        ArgumentNullException.ThrowIfNull(box);
        var found = new List<DrawnBox>();
        foreach (var (member, value) in box)
        {
            if (value is JsonObject inner && IsBox(inner)) found.Add(new(inner, member));
            if (value is not JsonArray list) continue;
            foreach (var item in list.OfType<JsonObject>())
            {
                if (IsBox(item) || member == "activities") found.Add(new(item, member));
                else if (member == "cases" && item["activity"] is JsonObject body) found.Add(new(body, "activity"));
            }
        }

        return found;
    }

    /// <summary>Every activity of a drawing, the root first.</summary>
    public static IEnumerable<JsonObject> All(JsonObject root)
    {
        var open = new Stack<JsonObject>([root]);
        while (open.TryPop(out var box))
        {
            yield return box;
            foreach (var inner in Inside(box)) open.Push(inner.Json);
        }
    }

    /// <summary>A text of an activity; null when it is absent or no text.</summary>
    public static string? Text(JsonObject json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        return DraftText.TextOf(json, name);
    }

    /// <summary>The caption written on the box, or null.</summary>
    public static string? Caption(JsonObject box)
    {
        ArgumentNullException.ThrowIfNull(box);
        return box["metadata"] is JsonObject metadata ? DraftText.TextOf(metadata, "displayText") : null;
    }

    // What Studio takes for an activity; arguments, variables and expressions lack one of the three.
    private static bool IsBox(JsonObject json) =>
        json.ContainsKey("id") && json.ContainsKey("version") && json["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String;
}

/// <summary>An activity in a drawing, and the member of its container that holds it.</summary>
public sealed record DrawnBox(JsonObject Json, string Member);
