using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EGov.Engine;

namespace EGov.Runtime.Catalog;

/// <summary>A drawing to begin with, out of <c>workflows/templates</c>.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Title">What it is called, by culture.</param>
public sealed record DefinitionTemplate(string Name, JsonElement Title);

/// <summary>The drawings to begin with. A template names parties by their roles; an item's own parties take their places.</summary>
public sealed partial class DefinitionTemplates
{
    private readonly string _folder;

    internal DefinitionTemplates(FolderSettings folders) => _folder = Path.Combine(folders.Workflows, "templates");

    /// <summary>All templates, by name.</summary>
    public ImmutableArray<DefinitionTemplate> All => Directory.Exists(_folder)
        ? [.. Directory.GetFiles(_folder, "*.json").Order(StringComparer.Ordinal).Select(file => new DefinitionTemplate(Path.GetFileNameWithoutExtension(file), TitleOf(file)))]
        : [];

    /// <summary>The template drawn for an item; null when there is none of this name.</summary>
    internal JsonObject? Draw(string name, Item item)
    {
        var file = Path.Combine(_folder, name + ".json");
        if (!All.Any(template => template.Name == name)) return null;
        var drawing = JsonNode.Parse(File.ReadAllText(file))!["definition"]!.AsObject();
        var facts = ItemParties.Of(item);
        Fill(drawing, facts, item);
        drawing["customProperties"] = new JsonObject { ["egov"] = facts.ToFacts() };
        drawing["name"] ??= item.Text("title", "zh-CN") ?? item.Id.Value;
        return drawing;
    }

    /// <summary>Puts what the item says in the places <c>{party:role|role}</c> and <c>{result:first}</c>.</summary>
    private static void Fill(JsonNode node, ItemParties parties, Item item)
    {
        if (node is JsonObject map)
            foreach (var (name, value) in map.ToArray())
            {
                if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && Place().Match(text.GetValue<string>()) is { Success: true } place)
                    map[name] = place.Groups["kind"].Value == "party" ? parties.Of(place.Groups["what"].Value.Split('|')).Value : ResultOf(item, place.Groups["what"].Value);
                else if (value is not null) Fill(value, parties, item);
            }
        else if (node is JsonArray list)
            foreach (var inner in list.OfType<JsonNode>()) Fill(inner, parties, item);
    }

    private static string ResultOf(Item item, string which)
    {
        var codes = item.Facts.TryGetProperty("results", out var results) && results.ValueKind == JsonValueKind.Array
            ? results.EnumerateArray().Select(result => result.GetProperty("code").GetString()).OfType<string>().ToArray()
            : [];
        return (which == "last" ? codes.LastOrDefault() : codes.FirstOrDefault()) ?? "result";
    }

    private static JsonElement TitleOf(string file) => JsonElement.Parse(File.ReadAllText(file)).GetProperty("title");

    [GeneratedRegex(@"^\{(?<kind>party|result):(?<what>[a-z|-]+)\}$")]
    private static partial Regex Place();
}

/// <summary>What <c>item.json</c> says that a process of the item must say too: its parties with their roles, its limits, its materials and visits.</summary>
internal sealed record ItemParties(ItemId Item, ImmutableArray<(PartyId Party, string Role)> All, JsonElement Limits)
{
    private ImmutableArray<string> Materials { get; init; } = [];

    private int? Visits { get; init; }

    public static ItemParties Of(Item item) => new(
        item.Id,
        item.Facts.TryGetProperty("parties", out var parties) && parties.ValueKind == JsonValueKind.Array
            ? [.. parties.EnumerateArray().Select(party => (new PartyId(party.GetProperty("id").GetString() ?? ""), party.TryGetProperty("role", out var role) ? role.GetString() ?? "" : ""))]
            : [],
        item.Facts.TryGetProperty("limits", out var limits) ? limits : default)
    {
        Materials = item.Facts.TryGetProperty("materials", out var materials) ? [.. materials.EnumerateArray().Where(IsHandedIn).Select(material => material.GetProperty("code").GetString() ?? "")] : [],
        Visits = item.Facts.TryGetProperty("visits", out var visits) && visits.TryGetInt32(out var often) ? often : null,
    };

    /// <summary>The first party of the first of these roles that somebody has; any party where nobody has one.</summary>
    public PartyId Of(params IEnumerable<string> roles) =>
        roles.SelectMany(role => All.Where(party => party.Role == role)).Select(party => (PartyId?)party.Party).FirstOrDefault() ?? All[0].Party;

    /// <summary>As they stand in <c>customProperties.egov</c>.</summary>
    public JsonObject ToFacts() => new()
    {
        ["item"] = Item.Value,
        ["statutoryLimitInWorkingDays"] = Limit("statutory"),
        ["promisedLimitInWorkingDays"] = Limit("promised"),
        ["acceptanceLimitInWorkingDays"] = Limit("acceptance"),
        ["deliveryLimitInWorkingDays"] = Limit("delivery"),
        ["materials"] = new JsonArray([.. Materials.Select(material => (JsonNode)material)]),
        ["visits"] = Visits,
        ["parties"] = new JsonArray([.. All.Select(party => (JsonNode)party.Party.Value)]),
        ["incidentParty"] = Of("coordinator", "head").Value,
        ["extensionParty"] = Of("head").Value,
    };

    // What must be there and is not fetched from another body.
    private static bool IsHandedIn(JsonElement material) =>
        material.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True
        && !(material.TryGetProperty("form", out var form) && form.ValueEquals("shared-data"));

    private int Limit(string name) =>
        Limits.ValueKind == JsonValueKind.Object && Limits.TryGetProperty(name, out var limit) && limit.TryGetProperty("value", out var value) && value.TryGetInt32(out var days) ? days : 0;
}
