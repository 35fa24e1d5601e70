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

    public string Outcome(string outcome) =>
        item is not null && item.Facts.TryGetProperty("outcomes", out var outcomes) && outcomes.TryGetProperty(outcome, out var name)
            ? Localized(name) ?? outcome
            : outcome;

    private static string? Localized(JsonElement texts) => Item.Localized(texts, CultureInfo.CurrentUICulture.Name);
}
