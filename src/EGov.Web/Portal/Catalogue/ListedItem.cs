using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;

namespace EGov.Web.Portal.Catalogue;

/// <summary>An item as the public finds it, in the reader's language.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Name">Its title.</param>
/// <param name="Summary">One sentence on what it is for.</param>
/// <param name="Body">The body that handles it.</param>
/// <param name="Events">The life events (一件事) it is part of.</param>
/// <param name="PromisedLimitInWorkingDays">承诺办结时限; 0 when decided on the spot.</param>
/// <param name="Haystack">What a search looks through: every name and word of it, in every language, in lower case.</param>
public sealed record ListedItem(
    string Id, string Name, string Summary, Body Body, ImmutableArray<LifeEvent> Events, int PromisedLimitInWorkingDays, string Haystack)
{
    private static readonly string[] Searched = ["title", "summary", "keywords", "lifeEvents", "authority", "materials", "results", "legalBasis"];

    internal static ListedItem Of(Item item, WorkflowDefinition published)
    {
        var culture = CultureInfo.CurrentUICulture.Name;
        return new(
            item.Id.Value, item.Text("title", culture) ?? published.Name, item.Text("summary", culture) ?? "", BodyOf(item, culture), [.. EventsOf(item, culture)],
            published.Facts.PromisedLimitInWorkingDays, string.Join(' ', Searched.SelectMany(fact => item.Facts.TryGetProperty(fact, out var found) ? Texts(found) : [])).ToLowerInvariant());
    }

    private static Body BodyOf(Item item, string culture)
    {
        if (!item.Facts.TryGetProperty("authority", out var authority)) return new("", "");
        return new(authority.TryGetProperty("creditCode", out var code) ? code.GetString() ?? "" : "", Item.Localized(authority.GetProperty("name"), culture) ?? "");
    }

    private static IEnumerable<LifeEvent> EventsOf(Item item, string culture) =>
        from happening in item.Facts.TryGetProperty("lifeEvents", out var events) ? events.EnumerateArray() : default
        select new LifeEvent(happening.GetProperty("id").GetString()!, Item.Localized(happening.GetProperty("title"), culture) ?? "", happening.TryGetProperty("hint", out var hint) ? Item.Localized(hint, culture) ?? "" : "");

    private static IEnumerable<string> Texts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(field => Texts(field.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [part.GetString()!],
        _ => [],
    };
}

/// <summary>A body that handles items.</summary>
/// <param name="Code">Its unified social credit code; names it in addresses.</param>
/// <param name="Name">In the reader's language.</param>
public sealed record Body(string Code, string Name);

/// <summary>What happens in a life or a business, whatever the bodies concerned (一件事).</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Hint">What it comprises.</param>
public sealed record LifeEvent(string Id, string Title, string Hint);
