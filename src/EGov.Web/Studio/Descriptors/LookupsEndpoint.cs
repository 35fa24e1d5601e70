using EGov.Runtime;
using EGov.Web.Http;

namespace EGov.Web.Studio.Descriptors;

/// <summary>What Studio fills its other lists with: only what this engine does.</summary>
internal static class LookupsEndpoint
{
    private static readonly string[] Types = ["Object", "String", "Boolean", "Int32", "Int64", "Decimal", "DateTime"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var descriptors = api.MapGroup("descriptors");
        descriptors.MapGet("expression-descriptors", Expressions);
        descriptors.MapGet("workflow-activation-strategies", () => Strategies(("studio-strategy-always", "ActivationValidators.AllowAlwaysStrategy")));
        descriptors.MapGet("incident-strategies", () => Strategies(
            ("studio-strategy-continue", "IncidentStrategies.ContinueWithIncidentsStrategy"), ("studio-strategy-fault", "IncidentStrategies.FaultStrategy")));
        descriptors.MapGet("log-persistence-strategies", () => Strategies(("studio-strategy-include", "LogPersistence.Strategies.Include")));
        foreach (var none in new[] { "commit-strategies/workflows", "commit-strategies/activities", "output-converters" }) descriptors.MapGet(none, () => StudioJson.AnswerList<object>([]));
        foreach (var none in new[] { "resilience/strategies", "resilience/retries/{id}" }) api.MapGet(none, () => StudioJson.AnswerList<object>([]));
        descriptors.MapGet("variables", () => StudioJson.AnswerList([.. Types.Select(type =>
            new { typeName = type, displayName = Words.Say("studio-value-" + type), category = Words.Say("studio-category-Values"), description = (string?)null })]));
        descriptors.MapGet("storage-drivers", () => StudioJson.AnswerList([
            new { typeName = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", displayName = Words.Say("studio-storage"), priority = 5, deprecated = false }]));
        api.MapGet("features/installed", (DatabaseSettings database) => StudioJson.AnswerList(Features(database)));
        api.MapGet("features/installed/{name}", Feature);
        api.MapGet("package/version", () => StudioJson.Answer(new { packageVersion = "3.8.2" }));
    }

    /// <summary>The first that is browsable and no literal is what Studio gives a new case of a switch.</summary>
    private static IResult Expressions() => StudioJson.AnswerList(
    [
        Expression("Literal", isBrowsable: true), Expression("Object", isBrowsable: false, "json"), Expression("JavaScript", isBrowsable: true, "javascript"),
        Expression("Variable", isBrowsable: true), Expression("Input", isBrowsable: true),
    ]);

    private static object Expression(string type, bool isBrowsable, string? language = null) => new
    {
        type, displayName = Words.Say("studio-expression-" + type), isSerializable = true, isBrowsable,
        properties = language is null ? [] : new Dictionary<string, string> { ["MonacoLanguage"] = language },
    };

    private static IResult Strategies(params (string Words, string Type)[] strategies) => StudioJson.AnswerList(
        [.. strategies.Select(strategy => new { displayName = Words.Say(strategy.Words), description = "", typeName = $"Elsa.Workflows.{strategy.Type}, Elsa.Workflows.Core" })]);

    private static IResult Feature(string name, DatabaseSettings database) =>
        Features(database).FirstOrDefault(feature => feature.FullName == name) is { } found ? StudioJson.Answer(found) : StudioProblems.UnknownFeature(name);

    /// <summary>News are pushed by the host an order came to; with several hosts a browser that asks is told more than one that listens.</summary>
    private static InstalledFeature[] Features(DatabaseSettings database) =>
        database.Provider == DatabaseProvider.Sqlite ? [new("WorkflowManagement"), new("RealTimeWorkflowUpdates")] : [new("WorkflowManagement")];
}

/// <summary>What Studio shows more of itself for.</summary>
internal sealed record InstalledFeature(string Name)
{
    public string Namespace { get; } = "Elsa";

    public string FullName => "Elsa." + Name;

    public string DisplayName => Name;

    public string Description { get; } = "";
}
