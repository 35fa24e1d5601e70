using EGov.Engine.Activities.Flow;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio.Definitions;

/// <summary>What Studio would do with a definition besides drawing it. Cases are opened by applications, so nothing is run from here.</summary>
internal static class RunDefinitionEndpoint
{
    public static void Map(IEndpointRouteBuilder definitions)
    {
        definitions.MapPost("{definitionId}/execute", Execute);
        definitions.MapGet("{definitionId}/execute", Execute);
        definitions.MapPost("{definitionId}/dispatch", StudioProblems.NotSupported);
        definitions.MapPost("{definitionId}/bulk-dispatch", StudioProblems.NotSupported);
        definitions.MapPost("{definitionId}/update-references", StudioProblems.NotSupported).ForAnalysts();
        definitions.MapGet("{definitionId}/consumers", Consumers);
    }

    private static IResult Execute(HttpResponse response)
    {
        response.Headers["x-elsa-workflow-cannot-start"] = "true";
        return TypedResults.Ok();
    }

    /// <summary>The definitions in use that have this one as a box.</summary>
    private static IResult Consumers(string definitionId, WorkflowCatalog catalog) => StudioJson.Answer(new
    {
        consumingWorkflowDefinitionIds = catalog.InUse.Keys.Order(StringComparer.Ordinal).Where(id =>
            catalog.Published(id)?.Nodes.Any(node => node.Behaviour is Composite box && box.Inner.DefinitionId == definitionId) == true),
    });
}
