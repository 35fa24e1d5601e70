using System.Text.Json.Nodes;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio.Definitions;

/// <summary>Publishing from Studio's lists: told what is wrong, and otherwise that it is done with a reason on the page around Studio.</summary>
internal static class PublishDefinitionEndpoint
{
    public static void Map(IEndpointRouteBuilder definitions, IEndpointRouteBuilder bulk)
    {
        definitions.MapPost("{definitionId}/publish", OneAsync).ForAnalysts();
        bulk.MapPost("publish/workflow-definitions/by-definition-ids", ManyAsync).ForAnalysts();
    }

    private static async Task<IResult> OneAsync(string definitionId, DefinitionShelf shelf, DefinitionDesk desk, CancellationToken stop) =>
        await shelf.ReadAsync(definitionId, VersionChoice.Latest, stop) is { } latest
            ? SaveDefinitionEndpoint.AnswerPublishing(await desk.CheckAsync(definitionId, JsonNode.Parse(latest.Text.TrimStart('\ufeff'))!.AsObject(), stop))
            : StudioProblems.UnknownDefinition(definitionId);

    private static async Task<IResult> ManyAsync(StudioBody body, DefinitionShelf shelf, DefinitionDesk desk, CancellationToken stop)
    {
        if (body.Json is null) return body.Refused;
        foreach (var id in body.Texts("definitionIds"))
            if (await OneAsync(id, shelf, desk, stop) is { } answer) return answer;
        return StudioProblems.Refuse("studio-publish-with-a-reason");
    }
}
