using System.Text.Json.Nodes;
using EGov.Runtime.Catalog;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>A definition as Studio wants it: with what the shelf knows, links for what the reader may do, a place for every box, and nothing that blanks the canvas.</summary>
internal static class ShownDefinition
{
    /// <summary>The member of <c>customProperties</c> in which the mark of the copy travels to the browser and back.</summary>
    public const string CopyMember = "egov.copy";

    private const string ToolVersion = "3.8.2.0";

    /// <summary>Completes the kept JSON in place.</summary>
    public static JsonObject Show(JsonObject kept, DefinitionVersion version, bool mayDraw, Palette palette)
    {
        kept["links"] = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(StudioLinks.Of(version.DefinitionId, mayDraw), StudioJson.Options));
        kept["id"] = version.Id;
        kept["definitionId"] = version.DefinitionId;
        kept["name"] = version.Name;
        kept["description"] ??= null;
        kept["createdAt"] = version.CreatedAt;
        kept["version"] = version.Version;
        kept["toolVersion"] = Version.TryParse(DrawnBoxes.Text(kept, "toolVersion"), out _) ? kept["toolVersion"]!.DeepClone() : ToolVersion;
        kept["isLatest"] = version.IsLatest;
        kept["isPublished"] = version.State == VersionState.Published;
        kept["isReadonly"] = false;
        kept["isSystem"] = false;
        kept["providerName"] ??= null;
        kept["materializerName"] ??= "Json";
        kept["materializerContext"] ??= null;
        foreach (var list in new[] { "variables", "inputs", "outputs", "outcomes" }) kept[list] ??= new JsonArray();
        kept["options"] ??= new JsonObject();
        (kept["customProperties"] ??= new JsonObject())[CopyMember] = version.Mark.ToString();
        if (kept["root"] is JsonObject root) kept["root"] = new ShownDrawing(palette).Show(root, ShownDrawing.Top);
        return kept;
    }

    /// <summary>The definition kept under a version.</summary>
    public static JsonObject Of(KeptDefinition kept, bool mayDraw, Palette palette) =>
        Show(JsonNode.Parse(kept.Text.TrimStart('\ufeff'))!.AsObject(), kept.Version, mayDraw, palette);

    /// <summary>Makes what came back from Studio what is kept again, in place; the mark of the copy it was drawn on is taken out of it.</summary>
    public static CopyMark? TakeBack(JsonObject model, Palette palette)
    {
        if (model["root"] is JsonObject root) model["root"] = new ShownDrawing(palette).TakeBack(root);
        if (model["customProperties"] is not JsonObject custom || DrawnBoxes.Text(custom, CopyMember) is not { } mark) return null;
        custom.Remove(CopyMember);
        return CopyMark.Parse(mark);
    }
}
