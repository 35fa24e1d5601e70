using System.Globalization;
using System.Text.Json;
using EGov.Engine;
using EGov.Runtime.Catalog;

namespace EGov.Web.Portal.Track;

/// <summary>What an item calls its parties and outcomes, in the reader's language; the code where it says nothing.</summary>
internal sealed class ItemNames(Item? item)
{
    public string Party(PartyId party) =>
        item is not null && item.Facts.TryGetProperty("parties", out var parties)
        && parties.EnumerateArray().FirstOrDefault(p => p.GetProperty("id").ValueEquals(party.Value)) is { ValueKind: JsonValueKind.Object } found
            ? Localized(found.GetProperty("name")) ?? party.Value
            : party.Value;

    public string Material(string material) => Listed("materials", material) ?? material;

    /// <summary>The document an item issues; null when it issues none of this code.</summary>
    public string? Result(string result) => Listed("results", result);

    public string Outcome(string outcome) =>
        item is not null && item.Facts.TryGetProperty("outcomes", out var outcomes) && outcomes.TryGetProperty(outcome, out var name)
            ? Localized(name) ?? outcome
            : outcome;

    private string? Listed(string list, string code) =>
        item is not null && item.Facts.TryGetProperty(list, out var entries)
        && entries.EnumerateArray().FirstOrDefault(entry => entry.GetProperty("code").ValueEquals(code)) is { ValueKind: JsonValueKind.Object } found
            ? Localized(found.GetProperty("name")) ?? code
            : null;

    private static string? Localized(JsonElement texts) => Item.Localized(texts, CultureInfo.CurrentUICulture.Name);
}
