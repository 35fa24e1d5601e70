using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Web.Http;
using EGov.Web.Portal.Track;

namespace EGov.Web.Supervision;

/// <summary>What bodies, seats, items and places are called in the reader's language; the code where nobody has given a name.</summary>
internal sealed class NameBook(WorkflowCatalog catalog, ImmutableArray<Unit> units)
{
    /// <summary>A body as it is assessed: a unit, or what an item calls its first party there.</summary>
    public string Body(string body) => Find(body)?.Called ?? NamedByItems(body) ?? Seat(body);

    /// <summary>The party of an item, or the post of a street or community.</summary>
    public string Seat(string? seat)
    {
        if (string.IsNullOrEmpty(seat)) return Words.Say("sup-no-body");
        var named = catalog.Items.Select(item => new ItemNames(item).Party(new(seat))).FirstOrDefault(name => name != seat);
        if (named is not null) return named;
        var found = units.SelectMany(unit => unit.Posts, (unit, post) => (Unit: unit, Post: post)).FirstOrDefault(place => place.Post.Seat.Value == seat);
        return found.Unit is null ? seat : Words.Say("sup-seat", found.Unit.Called, found.Post.Called);
    }

    public string Item(string definitionId) => catalog.Find(new ItemId(definitionId))?.Text("title", CultureInfo.CurrentUICulture.Name) ?? catalog.Published(definitionId)?.Name ?? definitionId;

    /// <summary>A place of filing; empty is the portal.</summary>
    public string Place(string? place) => string.IsNullOrEmpty(place) ? Words.Say("sup-no-place") : Find(place)?.Called ?? Seat(place);

    /// <summary>The street a place of filing belongs to, itself when it is one or belongs to none.</summary>
    public string StreetOf(string place) => Find(place) is { Level: UnitLevel.Community, Block: { } street } ? street : place;

    /// <summary>A street with its communities.</summary>
    public ImmutableArray<string> PlacesIn(string street) => [street, .. units.Where(unit => unit.Level == UnitLevel.Community && unit.Block == street).Select(unit => unit.Id)];

    /// <summary>Every body an item names, by its name.</summary>
    public IReadOnlyList<(string Id, string Name)> Bodies() =>
        [.. catalog.Items.SelectMany(item => catalog.Published(item.Id.Value)?.Facts.Parties ?? []).Where(party => party != PartyId.Applicant).Distinct().Select(party => (party.Value, Seat(party.Value))).OrderBy(body => body.Item2, StringComparer.Ordinal)];

    private string? NamedByItems(string body) => (
        from item in catalog.Items
        where item.Facts.TryGetProperty("parties", out var parties) && parties.ValueKind == JsonValueKind.Array
        from party in item.Facts.GetProperty("parties").EnumerateArray()
        where party.TryGetProperty("unit", out var unit) && unit.ValueEquals(body)
        select new ItemNames(item).Party(new PartyId(party.GetProperty("id").GetString()!))).FirstOrDefault();

    private Unit? Find(string id) => units.FirstOrDefault(unit => unit.Id == id);
}
