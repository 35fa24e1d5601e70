using EGov.Runtime.Catalog;
using EGov.Web.Security;

namespace EGov.Web.Studio.Definitions;

/// <summary>Throws drafts away. What was ever published is no draft: there is nothing of that id to delete, and Studio takes that answer quietly.</summary>
internal static class DeleteDefinitionEndpoint
{
    public static void Map(IEndpointRouteBuilder api, IEndpointRouteBuilder bulk)
    {
        api.MapDelete("workflow-definitions/{definitionId}", DefinitionAsync).ForAnalysts();
        api.MapDelete("workflow-definition-versions/{id}", VersionAsync).ForAnalysts();
        bulk.MapPost("delete/workflow-definitions/by-definition-id", DefinitionsAsync).ForAnalysts();
        bulk.MapPost("delete/workflow-definitions/by-id", VersionsAsync).ForAnalysts();
    }

    private static async Task<IResult> DefinitionAsync(string definitionId, CurrentActor analyst, DefinitionDesk desk, CancellationToken stop) =>
        Answer(await desk.DeleteAsync(definitionId, analyst.Actor.User, stop));

    private static async Task<IResult> VersionAsync(string id, CurrentActor analyst, DefinitionDesk desk, CancellationToken stop) =>
        DefinitionVersion.ParseId(id) is var (definitionId, version)
            ? Answer(await desk.DeleteDraftAsync(definitionId, version, analyst.Actor.User, stop))
            : StudioProblems.UnknownVersion(id);

    private static Task<IResult> DefinitionsAsync(StudioBody body, CurrentActor analyst, DefinitionDesk desk, CancellationToken stop) =>
        EachAsync(body, "definitionIds", async id => (await desk.DeleteAsync(id, analyst.Actor.User, stop)).IsAccepted);

    private static Task<IResult> VersionsAsync(StudioBody body, CurrentActor analyst, DefinitionDesk desk, CancellationToken stop) =>
        EachAsync(body, "ids", async id => DefinitionVersion.ParseId(id) is var (definitionId, version) && (await desk.DeleteDraftAsync(definitionId, version, analyst.Actor.User, stop)).IsAccepted);

    private static async Task<IResult> EachAsync(StudioBody body, string list, Func<string, Task<bool>> deleteAsync)
    {
        if (body.Json is null) return body.Refused;
        var deleted = 0;
        foreach (var id in body.Texts(list).Distinct())
            if (await deleteAsync(id)) deleted++;
        return StudioJson.Answer(new { deleted });
    }

    private static IResult Answer(DefinitionReceipt receipt) => receipt.Refusal is { } refusal ? StudioProblems.Unknown(refusal) : TypedResults.NoContent();
}
