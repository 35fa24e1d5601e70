using System.Text.Json;
using EGov.Runtime.Catalog;
using EGov.Web.Security;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>Saves what is being drawn, every half second or so. Publishing is asked for here too, but done with a reason on the page around Studio.</summary>
internal static class SaveDefinitionEndpoint
{
    public static void Map(IEndpointRouteBuilder definitions) => definitions.MapPost("", HandleAsync).ForAnalysts();

    private static async Task<IResult> HandleAsync(StudioBody body, CurrentActor analyst, DefinitionDesk desk, Palette palette, CancellationToken stop)
    {
        if (body.Json is null) return body.Refused;
        if (body.Inner("model") is not { } model) return StudioProblems.Refuse("studio-not-a-definition", "model");
        var id = DrawnBoxes.Text(model, "definitionId") is { Length: > 0 } given ? given : null;
        var seen = ShownDefinition.TakeBack(model, palette);
        if (body.Json["publish"]?.GetValueKind() == JsonValueKind.True) return AnswerPublishing(await desk.CheckAsync(id, model, stop));
        var receipt = await desk.SaveAsync(id, seen, model, analyst.Actor.User, stop);
        return receipt is { Refusal: null, Version: { } version, Definition: { } kept }
            ? StudioJson.Answer(new { workflowDefinition = ShownDefinition.Show(kept, version, analyst.Draws, palette), alreadyPublished = false, consumingWorkflowCount = 0 })
            : receipt.Refusal!.ToProblem();
    }

    /// <summary>What is wrong with it; when nothing is, where publishing is done.</summary>
    internal static IResult AnswerPublishing(DefinitionReceipt check) => check.Refusal?.ToProblem() ?? StudioProblems.Refuse("studio-publish-with-a-reason");
}
