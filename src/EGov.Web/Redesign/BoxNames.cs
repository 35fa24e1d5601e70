using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Web.Http;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Redesign;

/// <summary>What boxes, their inputs and their outcomes are called on the drawing; read off a text that may not be a sound definition yet.</summary>
public sealed class BoxNames
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 128 };

    private readonly Dictionary<ActivityId, (string Caption, string Type)> _boxes = [];
    private readonly PaletteEdition _palette;

    internal BoxNames(string text, PaletteEdition palette)
    {
        _palette = palette;
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\ufeff'), Lenient);
            Note(document.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON: its problems name places, and no box has a caption.
        }
    }

    /// <summary>What a box is called; its id when it has no caption.</summary>
    public string CaptionOf(ActivityId box) => _boxes.TryGetValue(box, out var known) ? known.Caption : box.Value;

    /// <summary>What is wrong, with boxes, inputs and outcomes called as the analyst sees them.</summary>
    public string SentenceOf(Problem problem) => ProblemText.Sentence(problem with { Arguments = [.. problem.Arguments.Select(argument => NameOf(problem.Activity, argument))] });

    private string NameOf(ActivityId? box, string argument)
    {
        if (_boxes.TryGetValue(new ActivityId(argument), out var other)) return other.Caption;
        if (box is not { } named || !_boxes.TryGetValue(named, out var known)) return argument;
        return _palette.NameOf(known.Type, argument) ?? argument;
    }

    private void Note(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var inner in element.EnumerateArray()) Note(inner);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object) return;
        if (TextOf(element, "id") is { } id && TextOf(element, "type") is { } type)
            _boxes[new ActivityId(id)] = ((element.TryGetProperty("metadata", out var metadata) ? TextOf(metadata, "displayText") : null) ?? TextOf(element, "name") ?? id, type);
        foreach (var member in element.EnumerateObject()) Note(member.Value);
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
