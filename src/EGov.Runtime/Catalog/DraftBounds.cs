using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine.Definitions;
using Code = EGov.Runtime.Catalog.DefinitionRefusalCode;

namespace EGov.Runtime.Catalog;

/// <summary>What a draft must be to be kept at all: small enough, and with captions people can read. Whether it makes sense is asked when it is published.</summary>
internal static class DraftBounds
{
    private const int LongestId = 100;
    private const int LongestName = 100;
    private const int LongestCaption = 200;
    private const int LongestDescription = 2_000;

    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>A reason that may be kept.</summary>
    public static bool IsReason(string? reason) => !string.IsNullOrWhiteSpace(reason) && ShowableText.Is(reason, LongestDescription);

    /// <summary>Why it cannot be kept, or null.</summary>
    public static DefinitionRefusal? Judge(JsonObject model)
    {
        if (DraftText.TextOf(model, "name") is not { } name || string.IsNullOrWhiteSpace(name)) return DefinitionRefusal.Of(Code.NotADefinition, "name");
        if (!IsOneLine(name, LongestName)) return DefinitionRefusal.Of(Code.CaptionNotAllowed, "name", LongestName);
        if (!ShowableText.Is(DraftText.TextOf(model, "description"), LongestDescription)) return DefinitionRefusal.Of(Code.CaptionNotAllowed, "description", LongestDescription);
        if (WrongMember(model) is { } member) return DefinitionRefusal.Of(Code.NotADefinition, member);
        if (model["root"] is not JsonObject root || DraftText.TextOf(root, "type") is not { Length: > 0 } type) return DefinitionRefusal.Of(Code.NotADefinition, "root");
        return type == "Elsa.StateMachine" ? DefinitionRefusal.Of(Code.RootNotSupported, type) : JudgeBoxes(root);
    }

    /// <summary>Why the text cannot be kept, or null.</summary>
    public static DefinitionRefusal? Judge(DraftText draft) =>
        draft.Text.Length > ElsaJson.LongestText ? DefinitionRefusal.Of(Code.DefinitionTooLarge, draft.Text.Length, ElsaJson.LongestText) : null;

    private static DefinitionRefusal? JudgeBoxes(JsonObject root)
    {
        var (count, ids) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var box in DrawnBoxes.All(root))
        {
            if (++count > ElsaJson.MostActivities) return DefinitionRefusal.Of(Code.TooManyActivities, ElsaJson.MostActivities);
            if (DraftText.TextOf(box, "id") is not { Length: > 0 } || DraftText.TextOf(box, "type") is not { Length: > 0 }) return DefinitionRefusal.Of(Code.NotADefinition, "activities");
            if (!IsNamedAsStart(box) && !ids.Add(DraftText.TextOf(box, "id")!)) return DefinitionRefusal.Of(Code.ActivityIdTwice, Shown(DraftText.TextOf(box, "id")));
            foreach (var text in new[] { DraftText.TextOf(box, "id"), DraftText.TextOf(box, "type"), DraftText.TextOf(box, "name"), DrawnBoxes.Caption(box) })
                if (text is not null && !IsOneLine(text, LongestCaption)) return DefinitionRefusal.Of(Code.CaptionNotAllowed, Shown(DraftText.TextOf(box, "id")), LongestCaption);
        }

        return null;
    }

    // A flowchart may name the box it starts with by writing it a second time.
    private static bool IsNamedAsStart(JsonObject box) => box.Parent is JsonObject && box.GetPropertyName() == "start";

    /// <summary>A member of another kind than every reader expects, or null.</summary>
    private static string? WrongMember(JsonObject model)
    {
        foreach (var list in new[] { "variables", "inputs", "outputs", "outcomes" })
            if (model[list] is not (null or JsonArray) || (model[list] is JsonArray items && items.Any(item => list == "outcomes" ? item is not JsonValue : item is not JsonObject))) return list;
        foreach (var map in new[] { "customProperties", "options" })
            if (model[map] is not (null or JsonObject)) return map;
        return model["description"] is { } description && description.GetValueKind() != JsonValueKind.String ? "description" : null;
    }

    // Captions are shown in lists, on drawings and in file names: no markup, no marks that reorder or hide what is written.
    private static bool IsOneLine(string text, int longest) => ShowableText.Is(text, longest) && !text.Any(c => c is '<' or '>' or '\n' or '\r' or '\t');

    private static string Shown(string? id) => id is { Length: <= LongestCaption } && IsOneLine(id, LongestCaption) ? id : "?";
}
