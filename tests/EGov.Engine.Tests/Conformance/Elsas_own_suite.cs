using EGov.Engine.Definitions;
using EGov.TestKit.Cases;
using Xunit.Abstractions;

namespace EGov.Engine.Tests.Conformance;

/// <summary>The definitions that Elsa's authors test with run here as they run there, or are refused by the name of what is not supported.</summary>
public sealed class Elsas_own_suite(ITestOutputHelper output)
{
    [ElsaSuiteFact]
    public void runs_as_its_authors_expect_or_is_refused_by_name()
    {
        var verdicts = ElsaSuite.Read().Select(file => (file.Path, Verdict: Judge(file))).ToArray();
        foreach (var (path, verdict) in verdicts) output.WriteLine($"{path,-75} | {verdict}");
        foreach (var kind in verdicts.GroupBy(v => v.Verdict.Split(':')[0], StringComparer.Ordinal)) output.WriteLine($"{kind.Count()} {kind.Key}");

        Assert.Empty(verdicts.Where(v => v.Verdict.StartsWith("differs", StringComparison.Ordinal)).Select(v => $"{v.Path} {v.Verdict}"));
    }

    private static string Judge(ElsaFile file)
    {
        if (file.Reading.Definition is not { } definition) return Refused(file) is { } reason ? $"refused: {reason}" : $"differs: cannot be read, {string.Join("; ", file.Reading.Problems)}";
        var host = new CaseHost(file.Beside.Append(file).Select(one => one.Reading.Definition).OfType<WorkflowDefinition>().GroupBy(d => d.DefinitionId).Select(versions => versions.MaxBy(d => d.Version)!)); // a group is never empty
        host.Open(definition);
        host.RunToRest();
        var differences = ElsaExpectation.Differences(file, host).ToArray();
        return differences.Length == 0 ? "runs as expected" : $"differs: {string.Join("; ", differences)}";
    }

    /// <summary>What is refused and where; null when nothing that was refused is unsupported by name.</summary>
    private static string? Refused(ElsaFile file)
    {
        var unsupported = file.Unsupported.Concat(file.Beside.Where(other => other.Unsupported.Any()).Select(other => Engine.Activities.Flow.Composite.TypeNameOf(NameOf(other)))).ToArray();
        var named = file.Reading.Problems.Where(problem => problem.Line > 0 && problem.Arguments.Any(unsupported.Contains)).ToArray();
        return named.Length == 0 ? null : string.Join("; ", named.Select(problem => problem.ToString()));
    }

    private static string NameOf(ElsaFile file)
    {
        using var json = System.Text.Json.JsonDocument.Parse(file.Text);
        return json.RootElement.GetProperty("name").GetString() ?? "";
    }
}

/// <summary>A fact that needs Elsa's suite, and says why it does not run when it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ElsaSuiteFactAttribute : FactAttribute
{
    public ElsaSuiteFactAttribute() => Skip = ElsaSuite.WhyNot;
}
