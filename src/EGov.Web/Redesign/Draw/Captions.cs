using System.Text.Json;
using EGov.Engine;

namespace EGov.Web.Redesign.Draw;

/// <summary>What boxes are called, read off a text that may not be a sound definition yet.</summary>
internal static class Captions
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 128 };

    public static Dictionary<ActivityId, string> Of(string text)
    {
        var found = new Dictionary<ActivityId, string>();
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\ufeff'), Lenient);
            Note(document.RootElement, found);
        }
        catch (JsonException)
        {
            // Not JSON: its problems name places, and no box has a caption.
        }

        return found;
    }

    private static void Note(JsonElement element, Dictionary<ActivityId, string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var inner in element.EnumerateArray()) Note(inner, found);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        if (TextOf(element, "id") is { } id && TextOf(element, "type") is not null)
            found[new ActivityId(id)] = (element.TryGetProperty("metadata", out var metadata) ? TextOf(metadata, "displayText") : null) ?? TextOf(element, "name") ?? id;
        foreach (var member in element.EnumerateObject()) Note(member.Value, found);
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
