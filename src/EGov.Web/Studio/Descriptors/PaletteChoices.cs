using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Activities;
using EGov.Runtime.Catalog;
using EGov.Web.Http;

namespace EGov.Web.Studio.Descriptors;

/// <summary>What the items offer to choose from: their parties, message templates, clocks and results, in the reader's language.</summary>
internal sealed class PaletteChoices(WorkflowCatalog catalog, CultureInfo culture)
{
    private const int LongestPreview = 24;

    /// <summary>The choices of an input; empty when it is free.</summary>
    public ImmutableArray<PaletteChoice> For(InputDescriptor input)
    {
        if (!input.Options.IsEmpty) return [.. input.Options.Select(option => new PaletteChoice(OptionText(option), option))];
        return input switch
        {
            { NamesParty: true } => Parties,
            { NamesTemplate: true } => Templates,
            { NamesClock: true } => Clocks,
            { NamesResult: true } => Results,
            _ => [],
        };
    }

    /// <summary>An outcome as people read it, or null where no item names it.</summary>
    public string? OutcomeText(string outcome) => catalog.Items.Select(item => Named(item.Facts, "outcomes", outcome)).OfType<string>().FirstOrDefault();

    private ImmutableArray<PaletteChoice> Parties => Sorted(
        Lists("parties").Select(party => (Id: Text(party, "id"), Name: party.TryGetProperty("name", out var names) ? Item.Localized(names, culture.Name) : null))
            .Concat(catalog.Items.SelectMany(item => catalog.Published(item.Id.Value)?.Facts.Parties ?? []).Select(party => (Id: party.Value, Name: (string?)null)))
            .Append((Id: PartyId.Applicant.Value, Name: Words.Find("studio-party-applicant", culture)))
            .Select(party => new PaletteChoice(party.Name is null ? party.Id : $"{party.Name} ({party.Id})", party.Id)));

    private ImmutableArray<PaletteChoice> Templates => Sorted(
        from item in catalog.Items
        from message in item.Messages
        select new PaletteChoice($"{message.Key} — {Preview(message.Value.GetValueOrDefault(culture.Name) ?? message.Value.Values.FirstOrDefault() ?? "")}", message.Key));

    private ImmutableArray<PaletteChoice> Clocks => Sorted(
        new[] { ClockId.Statutory.Value, ClockId.Promised.Value, "acceptance", ClockId.Delivery.Value }.Concat(NamedClocks())
            .Select(clock => new PaletteChoice(Words.Find("studio-clock-" + clock, culture) is { } name ? $"{name} ({clock})" : clock, clock)));

    private ImmutableArray<PaletteChoice> Results => Sorted(
        from result in Lists("results")
        let code = Text(result, "code")
        select new PaletteChoice(result.TryGetProperty("name", out var names) ? $"{Item.Localized(names, culture.Name)} ({code})" : code, code));

    private string OptionText(string option) =>
        Words.Find("studio-option-" + option, culture)
        ?? catalog.Items.Select(item => Named(item.Facts, "kinds", option)).OfType<string>().FirstOrDefault() ?? option;

    private IEnumerable<string> NamedClocks() =>
        from definition in catalog.InUse.Keys.Select(catalog.Published)
        where definition is not null
        from node in definition.Nodes
        from input in node.Behaviour.Descriptor.Inputs
        where input.NamesClock && node.Inputs.GetValueOrDefault(input.Name)?.Constant is not null
        select node.Inputs[input.Name].Constant!.AsText();

    private IEnumerable<JsonElement> Lists(string fact) => catalog.Items.SelectMany(item =>
        item.Facts.TryGetProperty(fact, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object) : []);

    private string? Named(JsonElement facts, string fact, string key) =>
        facts.TryGetProperty(fact, out var names) && names.ValueKind == JsonValueKind.Object && names.TryGetProperty(key, out var texts) ? Item.Localized(texts, culture.Name) : null;

    // The same party serves several items; its first name is as good as another.
    private static ImmutableArray<PaletteChoice> Sorted(IEnumerable<PaletteChoice> choices) =>
        [.. choices.Where(choice => choice.Value.Length > 0).DistinctBy(choice => choice.Value).OrderBy(choice => choice.Text, StringComparer.Ordinal)];

    private static string Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Preview(string text) => text.Length <= LongestPreview ? text : text[..LongestPreview] + "…";
}
