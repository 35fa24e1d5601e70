using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine.Definitions;

namespace EGov.Web.Http;

/// <summary>Values of the process as JSON.</summary>
internal static class Values
{
    /// <summary>The values, or null when one of them is nested too deeply or is no text.</summary>
    public static ImmutableSortedDictionary<string, Value>? Read(IReadOnlyDictionary<string, JsonElement>? json)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (name, element) in json ?? new Dictionary<string, JsonElement>())
        {
            if (!Value.TryFromJson(element, out var value)) return null;
            values[name] = value;
        }

        return values.ToImmutable();
    }
}
