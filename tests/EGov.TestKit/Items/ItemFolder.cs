using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Engine.Activities;
using EGov.Engine.Definitions;
using EGov.TestKit.Clocks;

namespace EGov.TestKit.Items;

/// <summary>One folder of <c>workflows/</c>: an item's facts, its versions and its scenarios. Found by looking, so that a new item is tested by being there.</summary>
public sealed class ItemFolder
{
    private static readonly Lazy<ImmutableArray<ItemFolder>> Found = new(() =>
        [.. Directory.GetDirectories(OfficeCalendar.PathOf("workflows")).Where(f => File.Exists(Path.Combine(f, "item.json"))).Order(StringComparer.Ordinal).Select(f => new ItemFolder(f))]);

    private ItemFolder(string path) => Folder = path;

    public static ImmutableArray<ItemFolder> All => Found.Value;

    public string Folder { get; }

    public string Name => Path.GetFileName(Folder);

    public JsonElement Facts => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "item.json"))).RootElement;

    public ImmutableArray<int> Versions =>
        [.. Directory.GetFiles(Folder, "v*.json").Select(f => int.Parse(Path.GetFileNameWithoutExtension(f)[1..], CultureInfo.InvariantCulture)).Order()];

    public ImmutableArray<string> Scenarios => Directory.Exists(Path.Combine(Folder, "scenarios"))
        ? [.. Directory.GetFiles(Path.Combine(Folder, "scenarios"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A folder by its name.</summary>
    public static ItemFolder Named(string name) => All.Single(folder => folder.Name == name);

    public string ScenarioText(string scenario) => File.ReadAllText(Path.Combine(Folder, "scenarios", scenario + ".json"));

    /// <summary>A version as it is read: with the small flows of the other folders at hand.</summary>
    public DefinitionReading Read(int version) => ElsaJson.Read(TextOf(version), ActivityRegistry.Standard, OfficeCalendar.Chinese, Library());

    /// <summary>A version that can be read.</summary>
    public WorkflowDefinition Definition(int version) =>
        Read(version) is { Definition: { } definition } ? definition : throw new InvalidDataException(string.Join('\n', Read(version).Problems));

    /// <summary>The boxes of a version's drawing: where they stand and what is written on them.</summary>
    public ImmutableArray<DrawnBox> Drawn(int version)
    {
        using var json = JsonDocument.Parse(TextOf(version));
        return
        [
            .. from box in json.RootElement.GetProperty("root").GetProperty("activities").EnumerateArray()
               let metadata = box.GetProperty("metadata")
               let position = metadata.GetProperty("designer").GetProperty("position")
               select new DrawnBox(
                   box.GetProperty("id").GetString()!, metadata.TryGetProperty("displayText", out var caption) ? caption.GetString() : null,
                   position.GetProperty("x").GetDouble(), position.GetProperty("y").GetDouble()),
        ];
    }

    /// <summary>The lines of a version's drawing, with the points where somebody bent them.</summary>
    public ImmutableArray<DrawnLine> Lines(int version)
    {
        using var json = JsonDocument.Parse(TextOf(version));
        return
        [
            .. from path in json.RootElement.GetProperty("root").GetProperty("connections").EnumerateArray()
               select new DrawnLine(
                   path.GetProperty("source").GetProperty("activity").GetString()!, path.GetProperty("target").GetProperty("activity").GetString()!,
                   [.. path.GetProperty("vertices").EnumerateArray().Select(bend => (bend.GetProperty("x").GetDouble(), bend.GetProperty("y").GetDouble()))]),
        ];
    }

    private string TextOf(int version) => File.ReadAllText(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"v{version}.json")));

    private ImmutableArray<WorkflowDefinition> Library() =>
    [
        .. from folder in All
           where folder.Folder != Folder && folder.IsInternal
           from version in folder.Versions
           where folder.IsUsableAsActivity(version)
           select folder.Definition(version),
    ];

    private bool IsUsableAsActivity(int version)
    {
        using var json = JsonDocument.Parse(TextOf(version));
        return json.RootElement.GetProperty("options").GetProperty("usableAsActivity").ValueKind == JsonValueKind.True;
    }

    private bool IsInternal => Facts.TryGetProperty("internal", out var marked) && marked.GetBoolean();
}

/// <summary>One box as the designer shows it.</summary>
public sealed record DrawnBox(string Id, string? Caption, double X, double Y);

/// <summary>One line as the designer shows it.</summary>
public sealed record DrawnLine(string Source, string Target, ImmutableArray<(double X, double Y)> Bends);
