using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>A box of a type this server does not know, wrapped so that Studio can draw it and gives it back unchanged.</summary>
/// <remarks>One type Studio has no description of leaves its whole canvas blank, and saving then would save nothing. Elsa's server wraps in the same way.</remarks>
internal static class UnknownBox
{
    private const string WrapperType = "Elsa.NotFoundActivity";
    private const string Original = "originalActivityJson";

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsWrapped(JsonObject box) => DrawnBoxes.Text(box, "type") == WrapperType && box[Original] is not null;

    public static JsonObject Wrap(JsonObject box, string around)
    {
        var (id, type) = (DrawnBoxes.Text(box, "id") ?? "", DrawnBoxes.Text(box, "type") ?? "");
        var metadata = box["metadata"] is JsonObject written ? (JsonObject)written.DeepClone() : [];
        metadata["displayText"] = Words.Say("studio-box-unknown", DrawnBoxes.Caption(box) ?? type);
        metadata["description"] = type;
        return new()
        {
            ["type"] = WrapperType, ["version"] = 1, ["id"] = id, ["nodeId"] = $"{around}:{id}", ["name"] = DrawnBoxes.Text(box, "name") ?? id,
            ["customProperties"] = new JsonObject(), ["metadata"] = metadata, ["missingTypeName"] = type, [Original] = box.ToJsonString(AsItIs),
        };
    }

    /// <summary>What was wrapped, at the place it was moved to and under the id of a copy of it; null when this is no wrapped box.</summary>
    public static JsonObject? Unwrap(JsonObject wrapper)
    {
        if (!IsWrapped(wrapper) || Parse(DrawnBoxes.Text(wrapper, Original)) is not { } box || DrawnBoxes.Text(box, "type") is null or WrapperType) return null;
        if (DrawnBoxes.Text(wrapper, "id") is { } id && id != DrawnBoxes.Text(box, "id")) box["id"] = id;
        if (Position(wrapper) is { } now && !JsonNode.DeepEquals(now, Position(box)))
        {
            var metadata = box["metadata"] as JsonObject ?? (JsonObject)(box["metadata"] = new JsonObject());
            var designer = metadata["designer"] as JsonObject ?? (JsonObject)(metadata["designer"] = new JsonObject());
            designer["position"] = now.DeepClone();
        }

        return box;
    }

    public static void ListPorts(JsonObject wrapper, IEnumerable<string> outcomes)
    {
        ImmutableArray<string> listed = [.. outcomes.Distinct(StringComparer.Ordinal)];
        if (!listed.IsEmpty) wrapper[PaletteWriter.UnknownPorts] = DefaultOutcomes.Written(listed);
    }

    private static JsonNode? Position(JsonObject box) => ((box["metadata"] as JsonObject)?["designer"] as JsonObject)?["position"];

    private static JsonObject? Parse(string? text)
    {
        if (text is null) return null;
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { MaxDepth = ElsaJson.DeepestNesting, AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            // Not ours: it stays a box of this name, which cannot be published.
            return null;
        }
    }
}
