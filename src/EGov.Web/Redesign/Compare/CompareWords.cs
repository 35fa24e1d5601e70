using System.Globalization;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Activities;
using EGov.Engine.Definitions;
using EGov.Engine.Lab.Comparison;
using EGov.Runtime.Catalog;
using EGov.Web.Http;

namespace EGov.Web.Redesign.Compare;

/// <summary>What versions state, as people read it: names of types, inputs, parties and outcomes instead of codes.</summary>
public sealed class CompareWords(Item? item, WorkflowDefinition? older, WorkflowDefinition? newer)
{
    /// <summary>The type of a box; a small flow by its own name.</summary>
    public static string TypeOf(OutlinedBox box) => Find("studio-type-" + box.Type) ?? Words.Say("compare-small-flow", box.Type);

    /// <summary>An outcome.</summary>
    public string Port(string port) => Named("outcomes", port) ?? Find("studio-port-" + port) ?? port;

    /// <summary>What a difference is about.</summary>
    public string LabelOf(OutlinedBox? box, Difference difference) => difference.Key switch
    {
        { Kind: StatedKind.Input, Name: var name } when box is not null => Find("compare-given-" + name) ?? Find("studio-input-" + name) ?? InputOf(box, name)?.Title ?? name,
        { Kind: StatedKind.Fact, Name: var name } => Find("compare-fact-" + name) ?? name,
        { Kind: StatedKind.Case, Name: var name } => Words.Say("compare-about-case", Port(name)),
        { Kind: var kind, Name: var name } => Words.Say("compare-about-" + Words.Kebab(kind), name),
    };

    /// <summary>Both sides of a difference; of two lists only what is gone and what has come.</summary>
    public (string Older, string Newer) ValuesOf(OutlinedBox? box, Difference difference)
    {
        var (key, before, after) = difference;
        if (key.Kind is StatedKind.Input or StatedKind.Fact && ListOf(before) is { } gone && ListOf(after) is { } come && gone.Intersect(come).Any() && !gone.ToHashSet().SetEquals(come))
            (before, after) = (Listing(gone.Except(come)), Listing(come.Except(gone)));
        return (ValueOf(box, key, before), ValueOf(box, key, after));
    }

    /// <summary>The caption of a box of the older version.</summary>
    public string OlderTitleOf(ActivityId id) => older?.Find(id)?.TitleHere() ?? id.Value;

    /// <summary>The caption of a box in either version.</summary>
    public string TitleOf(ActivityId id) => newer?.Find(id)?.TitleHere() ?? older?.Find(id)?.TitleHere() ?? id.Value;

    private string ValueOf(OutlinedBox? box, StatedKey key, Stated? stated) => stated switch
    {
        null => Words.Say("compare-nothing"),
        { Form: StatedForm.Constant, Text: var json } when TextsOf(json).Select(text => Read(box, key, text)).ToList() is var texts =>
            texts.All(string.IsNullOrEmpty) ? Words.Say("compare-nothing") : string.Join(Words.Say("flow-and"), texts),
        { Form: StatedForm.Boxes, Text: var ids } => string.Join(Words.Say("flow-and"), ids.Split('\n').Select(id => TitleOf(new ActivityId(id)))),
        { Form: StatedForm.Variable, Text: var variable } => Words.Say("compare-variable", variable),
        { Form: StatedForm.Input, Text: var input } => Words.Say("compare-input", input),
        { Text: var text } => text,
    };

    private string Read(OutlinedBox? box, StatedKey key, string text)
    {
        if (key is { Kind: StatedKind.Type }) return Find("studio-type-" + text.Split(' ')[0]) ?? text;
        if (key is { Kind: StatedKind.Fact, Name: "materials" }) return Listed("materials", "code", text) ?? text;
        if (key is { Kind: StatedKind.Fact, Name: "parties" or "incidentParty" or "extensionParty" or "frontOffice" or "backOffice" }) return Listed("parties", "id", text) ?? text;
        if (text is "true" or "false") return Words.Say(text == "true" ? "compare-yes" : "compare-no");
        return box is not null && key.Kind == StatedKind.Input && InputOf(box, key.Name) is { } input ? Read(input, text) : text;
    }

    private string Read(InputDescriptor input, string text) => input switch
    {
        { NamesParty: true } => Listed("parties", "id", text) ?? text,
        { NamesResult: true } => Listed("results", "code", text) ?? text,
        { Name: "outcomes" or "reasonRequired" or "branches" } => Port(text),
        { Name: "fourEyes" } => TitleOf(new ActivityId(text)),
        _ => Find("studio-option-" + text) ?? Named("kinds", text) ?? text,
    };

    private InputDescriptor? InputOf(OutlinedBox box, string name) =>
        new[] { newer?.Find(box.Id), older?.Find(box.Id) }.OfType<ActivityNode>().SelectMany(node => node.Behaviour.Descriptor.Inputs).FirstOrDefault(input => input.Name == name);

    private static Value[]? ListOf(Stated? stated) =>
        stated is { Form: StatedForm.Constant, Text: var json } && Value.TryParseJson(json, out var value) && value is Value.List list ? [.. list.Items] : null;

    private static Stated Listing(IEnumerable<Value> items) => new(StatedForm.Constant, new Value.List([.. items]).ToJson());

    private static IEnumerable<string> TextsOf(string json) => Value.TryParseJson(json, out var value)
        ? value is Value.List list ? list.Items.Select(one => one.AsText()) : value is Value.Map ? [json] : [value.AsText()]
        : [json];

    private string? Listed(string list, string id, string wanted)
    {
        if (item is null || !item.Facts.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array) return null;
        foreach (var entry in entries.EnumerateArray())
            if (TextOf(entry, id) == wanted) return entry.TryGetProperty("name", out var names) ? Item.Localized(names, Culture) : null;
        return null;
    }

    private static string? TextOf(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private string? Named(string map, string key)
    {
        if (item is null || !item.Facts.TryGetProperty(map, out var names) || names.ValueKind != JsonValueKind.Object) return null;
        return names.TryGetProperty(key, out var texts) ? Item.Localized(texts, Culture) : null;
    }

    private static string Culture => CultureInfo.CurrentUICulture.Name;

    private static string? Find(string key) => Words.Find(key, CultureInfo.CurrentUICulture);
}
