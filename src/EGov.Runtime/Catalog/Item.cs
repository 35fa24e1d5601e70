using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;

namespace EGov.Runtime.Catalog;

/// <summary>An administrative item (事项): the facts of its <c>item.json</c>.</summary>
/// <param name="Id">Also the definition id of its process.</param>
/// <param name="Facts">The whole file; what a page shows is read from it.</param>
/// <param name="Messages">Words of messages: template → culture → text with <c>{placeholders}</c>.</param>
public sealed record Item(ItemId Id, JsonElement Facts, ImmutableDictionary<string, ImmutableDictionary<string, string>> Messages)
{
    /// <summary>True for a flow inside the office, such as a supervision order (督办单): nobody applies for it, and the public is not told of it.</summary>
    public bool IsInternal => Facts.TryGetProperty("internal", out var marked) && marked.ValueKind == JsonValueKind.True;

    /// <summary>A fact written per culture, such as <c>title</c>; falls back to Chinese, then to any, then to null.</summary>
    public string? Text(string fact, string culture) => Facts.TryGetProperty(fact, out var texts) ? Localized(texts, culture) : null;

    /// <summary>The text of a culture out of <c>{"zh-CN": …, "en": …}</c>; a plain string speaks for all.</summary>
    public static string? Localized(JsonElement texts, string culture)
    {
        if (texts.ValueKind == JsonValueKind.String) return texts.GetString();
        if (texts.ValueKind != JsonValueKind.Object) return null;
        if (texts.TryGetProperty(culture, out var text) || texts.TryGetProperty("zh-CN", out text)) return text.GetString();
        return texts.EnumerateObject().Select(t => t.Value.GetString()).FirstOrDefault();
    }

    internal static Item Read(string id, string json)
    {
        using var document = JsonDocument.Parse(json);
        var facts = document.RootElement.Clone();
        var messages = facts.TryGetProperty("messages", out var given)
            ? given.EnumerateObject().ToImmutableDictionary(m => m.Name, m => Cultures(m.Value), StringComparer.Ordinal)
            : ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;
        return new(new ItemId(id), facts, messages);
    }

    private static ImmutableDictionary<string, string> Cultures(JsonElement texts) => texts.ValueKind == JsonValueKind.Object
        ? texts.EnumerateObject().Where(t => t.Value.ValueKind == JsonValueKind.String).ToImmutableDictionary(t => t.Name, t => t.Value.GetString() ?? "", StringComparer.Ordinal)
        : ImmutableDictionary<string, string>.Empty.Add("zh-CN", texts.GetString() ?? "");
}
