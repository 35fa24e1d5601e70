using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine.Activities;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Conformance;

/// <summary>Small definitions of our own in Elsa's form, each showing one thing, with what must come of it. Data in <c>Drawings/</c>.</summary>
internal static class OwnSuite
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private static readonly Lazy<ImmutableSortedDictionary<string, OwnDrawing>> Read = new(() =>
        JsonSerializer.Deserialize<OwnDrawing[]>(File.ReadAllText(PathOf("manifest.json")), Strict)!.ToImmutableSortedDictionary(drawing => drawing.File, drawing => drawing)); // the file is ours

    /// <summary>Every drawing by the name of its file.</summary>
    public static ImmutableSortedDictionary<string, OwnDrawing> All => Read.Value;

    /// <summary>Names of all files there are, with and without expectations.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(PathOf("")).Select(Path.GetFileName).OfType<string>().Where(file => file != "manifest.json");

    /// <summary>The text of a file.</summary>
    public static string TextOf(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Reads a file with others at hand that it may contain.</summary>
    public static DefinitionReading Definition(string file, ImmutableArray<WorkflowDefinition> library) =>
        ElsaJson.Read(TextOf(file), ActivityRegistry.Standard, OfficeCalendar.Chinese, library);

    private static string PathOf(string file) => OfficeCalendar.PathOf(Path.Combine("tests", "EGov.Engine.Tests", "Conformance", "Drawings", file));
}

/// <summary>One drawing and what must come of it; what is not said is empty, and the case closes with the outcome Done.</summary>
/// <param name="File">The definition.</param>
/// <param name="Shows">What it shows, one sentence.</param>
internal sealed record OwnDrawing(string File, string Shows)
{
    /// <summary>Definitions it contains or opens cases of, in an order in which they can be read.</summary>
    public string[] With { get; init; } = [];

    /// <summary>What the case is given.</summary>
    public Dictionary<string, JsonElement> Inputs { get; init; } = [];

    /// <summary>What events carry and tasks give back, by name.</summary>
    public Dictionary<string, JsonElement> Answers { get; init; } = [];

    /// <summary>What an officer does about faults once all else has come to rest, in order.</summary>
    public OwnRemedy[] Remedies { get; init; } = [];

    /// <summary>Lines written by all cases, in order.</summary>
    public string[] Lines { get; init; } = [];

    /// <summary>Waits that were resumed, as <c>Kind box</c>, in order.</summary>
    public string[] Waits { get; init; } = [];

    /// <summary>Faults, as <c>box code</c>, in order.</summary>
    public string[] Faults { get; init; } = [];

    /// <summary>Codes of what stands in the way of publishing it.</summary>
    public string[] Problems { get; init; } = [];

    /// <summary>How the case stands in the end.</summary>
    public string Status { get; init; } = nameof(CaseStatus.Closed);

    /// <summary>How it ended; null while it is open.</summary>
    public string? Outcome { get; init; } = "Done";

    /// <summary>What it gave back.</summary>
    public Dictionary<string, JsonElement> Outputs { get; init; } = [];

    /// <summary>Its caption.</summary>
    public string? Name { get; init; }

    /// <summary>What it is tied to.</summary>
    public string? Correlation { get; init; }
}

/// <summary>What an officer does about a fault.</summary>
internal sealed record OwnRemedy(string Activity, string Do, string? Outcome = null);
