using EGov.Runtime.Catalog;
using EGov.Web.Security;

namespace EGov.Web.Studio.Definitions;

/// <summary>Goes back to an earlier version, which becomes the next draft.</summary>
internal static class RevertDefinitionEndpoint
{
    public static void Map(IEndpointRouteBuilder definitions) => definitions.MapPost("{definitionId}/revert/{version:int}", HandleAsync).ForAnalysts();

    private static async Task<IResult> HandleAsync(string definitionId, int version, CurrentActor analyst, DefinitionDesk desk, CancellationToken stop) =>
        await desk.RevertAsync(definitionId, version, analyst.Actor.User, stop) is { Version: { } draft, Refusal: var refusal } && refusal is null
            ? StudioJson.Answer(DefinitionSummary.Of(draft, analyst.Draws))
            : StudioProblems.UnknownVersion(DefinitionVersion.IdOf(definitionId, version));
}
