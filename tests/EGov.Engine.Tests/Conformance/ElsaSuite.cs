using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine.Activities;
using EGov.Engine.Definitions;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Conformance;

/// <summary>Definitions that Elsa's authors test their own engine with, and what their tests expect. They are not part of this repository.</summary>
internal static class ElsaSuite
{
    /// <summary>The environment variable that says where they are.</summary>
    public const string Variable = "EGOV_ELSA_SUITE";

    /// <summary>The folder they are in: the one named, or the one beside the repository.</summary>
    public static string Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Path.GetFullPath(OfficeCalendar.PathOf(Path.Combine("..", "shared", "elsa-suite")));

    /// <summary>Why the suite cannot run, or null.</summary>
    public static string? WhyNot => File.Exists(Path.Combine(Folder, "manifest.json")) ? null : $"There is no manifest.json in {Folder}; {Variable} may name another folder.";

    /// <summary>Every file of the suite, read together with the others of its scenario.</summary>
    public static ImmutableArray<ElsaFile> Read()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json")));
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().Select(ElsaFile.Of).ToArray();
        return [.. files.GroupBy(file => file.Scenario, StringComparer.Ordinal).SelectMany(Link)];
    }

    /// <summary>Reads the files of one scenario until no further one can be linked.</summary>
    private static IEnumerable<ElsaFile> Link(IEnumerable<ElsaFile> scenario)
    {
        var files = scenario.ToArray();
        for (var read = -1; read < files.Count(file => file.Reading.Succeeded);)
        {
            read = files.Count(file => file.Reading.Succeeded);
            var library = files.Select(file => file.Reading.Definition).OfType<WorkflowDefinition>().ToImmutableArray();
            files = [.. files.Select(file => file.Reading.Succeeded ? file : file with { Reading = ElsaJson.Read(file.Text, ActivityRegistry.Standard, OfficeCalendar.Chinese, library) })];
        }

        return files.Select(file => file with { Beside = [.. files.Where(other => other.Path != file.Path)] });
    }
}

/// <summary>One definition of the suite.</summary>
/// <param name="Path">Where it lies in the suite's folder.</param>
/// <param name="Scenario">Where it lies among Elsa's tests; files of one folder belong together.</param>
/// <param name="Asserts">What Elsa's test expects, in its compiler's words.</param>
/// <param name="Types">The activity types it uses.</param>
/// <param name="Languages">The expression types it uses.</param>
internal sealed record ElsaFile(string Path, string Scenario, string Asserts, ImmutableArray<string> Types, ImmutableArray<string> Languages)
{
    private static readonly string[] Supported = ["Literal", "Object", "JavaScript", "Variable", "Input"];

    public string Text => File.ReadAllText(System.IO.Path.Combine(ElsaSuite.Folder, Path));

    public DefinitionReading Reading { get; init; } = new(null, []);

    /// <summary>The other files of its scenario.</summary>
    public ImmutableArray<ElsaFile> Beside { get; init; } = [];

    /// <summary>What it uses that this engine says it does not have.</summary>
    public IEnumerable<string> Unsupported =>
        Types.Where(type => type.StartsWith("Elsa.", StringComparison.Ordinal) && !ActivityRegistry.Standard.Knows(type))
            .Concat(Languages.Except(Supported))
            .Concat(new[] { "Merge", "Converge", "Cascade", "Race" }.Where(mode => Text.Contains($"\"mergeMode\": \"{mode}\"", StringComparison.Ordinal)));

    public static ElsaFile Of(JsonElement file)
    {
        var source = System.IO.Path.GetDirectoryName(file.GetProperty("source").GetString())!; // every file lies in some folder
        return new(
            file.GetProperty("file").GetString() ?? "",
            source.EndsWith("/Workflows", StringComparison.Ordinal) ? source[..^"/Workflows".Length] : source,
            file.GetProperty("asserts").GetString() ?? "",
            [.. file.GetProperty("activities").EnumerateObject().Select(type => type.Name)],
            [.. file.GetProperty("expression_types").EnumerateArray().Select(language => language.GetString() ?? "")]);
    }
}
