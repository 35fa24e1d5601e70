using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EGov.Runtime.Catalog;

/// <summary>How a definition is written: one line for each activity, connection, variable and argument, so that places and differences can be read.</summary>
/// <remarks>Writing what was read here gives the same bytes again. Numbers keep their digits; Chinese stays Chinese.</remarks>
internal static class DraftLayout
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject definition)
    {
        var text = new StringBuilder(16_384);
        WriteMembers(text, definition, 0);
        return text.Append('\n').ToString();
    }

    private static void WriteMembers(StringBuilder text, JsonObject json, int depth)
    {
        text.Append('{');
        var isFirst = true;
        foreach (var (name, value) in json)
        {
            NewLine(text, depth + 1, ref isFirst);
            text.Append(JsonSerializer.Serialize(name, OneLine)).Append(": ");
            if (name == "root" && depth == 0 && value is JsonObject root) WriteMembers(text, root, depth + 1);
            else if (value is JsonArray { Count: > 0 } list) WriteLines(text, list, depth + 1);
            else text.Append(Compact(value));
        }

        text.Append('\n').Append(' ', depth * 2).Append('}');
    }

    private static void WriteLines(StringBuilder text, JsonArray list, int depth)
    {
        text.Append('[');
        var isFirst = true;
        foreach (var item in list)
        {
            NewLine(text, depth + 1, ref isFirst);
            text.Append(Compact(item));
        }

        text.Append('\n').Append(' ', depth * 2).Append(']');
    }

    private static void NewLine(StringBuilder text, int depth, ref bool isFirst)
    {
        if (!isFirst) text.Append(',');
        isFirst = false;
        text.Append('\n').Append(' ', depth * 2);
    }

    private static string Compact(JsonNode? value) => value?.ToJsonString(OneLine) ?? "null";
}
