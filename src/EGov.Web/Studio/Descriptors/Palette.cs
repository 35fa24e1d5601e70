using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using EGov.Engine.Activities;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio.Descriptors;

/// <summary>What Studio may draw with, in a language: written once after each publishing, and asked for after every save.</summary>
/// <param name="Activities">Every type in every version.</param>
/// <param name="Json">The answer, ready to send.</param>
/// <param name="ETag">By what it is recognised: follows from the answer alone, so it is the same on every host.</param>
internal sealed record PaletteEdition(ImmutableArray<PaletteActivity> Activities, byte[] Json, string ETag)
{
    private readonly FrozenSet<(string, int)> _types = Activities.Select(activity => (activity.TypeName, activity.Version)).ToFrozenSet();

    public bool Knows(string type, int version) => _types.Contains((type, version));

    /// <summary>What an input or an outcome of a type is called; null where the palette has no name for it.</summary>
    public string? NameOf(string type, string inputOrOutcome)
    {
        if (Activities.LastOrDefault(activity => activity.TypeName == type) is not { } known) return null;
        return known.Inputs.FirstOrDefault(input => input.Name.Equals(inputOrOutcome, StringComparison.OrdinalIgnoreCase))?.DisplayName
            ?? known.Ports.FirstOrDefault(port => port.Name.Equals(inputOrOutcome, StringComparison.OrdinalIgnoreCase))?.DisplayName;
    }
}

/// <summary>The palette of the activities and small flows there are now.</summary>
internal sealed class Palette(WorkflowCatalog catalog)
{
    private readonly ConcurrentDictionary<string, (object Of, PaletteEdition Edition)> _editions = new();

    /// <summary>The activity types that are built in or plugged in.</summary>
    public ActivityRegistry Registry => catalog.Activities;

    /// <summary>The edition in the reader's language.</summary>
    public PaletteEdition Current
    {
        get
        {
            var (culture, inUse) = (CultureInfo.CurrentUICulture, catalog.InUse);
            if (_editions.TryGetValue(culture.Name, out var kept) && ReferenceEquals(kept.Of, inUse)) return kept.Edition;
            var edition = Print(new PaletteWriter(catalog, culture).Write());
            _editions[culture.Name] = (inUse, edition);
            return edition;
        }
    }

    /// <summary>The version of a type that a box without one means: the highest.</summary>
    public int HighestVersion(string type) => Current.Activities.Where(activity => activity.TypeName == type).Select(activity => activity.Version).DefaultIfEmpty(1).Max();

    /// <summary>The small flow behind a type, or null.</summary>
    public WorkflowDefinition? Flow(string type, int version) => catalog.Library.FirstOrDefault(flow => flow.Version == version && Composite.TypeNameOf(flow.Name) == type);

    private static PaletteEdition Print(ImmutableArray<PaletteActivity> activities)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new { items = activities, count = activities.Length }, StudioJson.Options);
        return new(activities, json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\"");
    }
}
