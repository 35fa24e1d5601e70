using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Security;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>Takes what is published out of use (Studio's “unpublish”); the reason kept says that none was asked for.</summary>
internal static class RetireDefinitionEndpoint
{
    public static void Map(IEndpointRouteBuilder definitions, IEndpointRouteBuilder bulk)
    {
        definitions.MapPost("{definitionId}/retract", OneAsync).ForAnalysts();
        bulk.MapPost("retract/workflow-definitions/by-definition-ids", ManyAsync).ForAnalysts();
    }

    private static async Task<IResult> OneAsync(
        string definitionId, CurrentActor analyst, DefinitionShelf shelf, DefinitionDesk desk, Palette palette, CancellationToken stop)
    {
        var receipt = await RetireAsync(definitionId, analyst, shelf, desk, stop);
        if (receipt.Refusal is { } refusal) return refusal.Code == DefinitionRefusalCode.DefinitionUnknown ? StudioProblems.Unknown(refusal) : refusal.ToProblem();
        return StudioJson.Answer(ShownDefinition.Of((await shelf.ReadAsync(definitionId, VersionChoice.Latest, stop))!, analyst.Draws, palette));
    }

    private static async Task<IResult> ManyAsync(StudioBody body, CurrentActor analyst, DefinitionShelf shelf, DefinitionDesk desk, CancellationToken stop)
    {
        if (body.Json is null) return body.Refused;
        var receipts = new List<(string Id, DefinitionRefusalCode? Refusal)>();
        foreach (var id in body.Texts("definitionIds").Distinct()) receipts.Add((id, (await RetireAsync(id, analyst, shelf, desk, stop)).Refusal?.Code));
        IEnumerable<string> With(DefinitionRefusalCode? code) => receipts.Where(receipt => receipt.Refusal == code).Select(receipt => receipt.Id);
        return StudioJson.Answer(new
        {
            retracted = With(null), alreadyRetracted = With(DefinitionRefusalCode.VersionNotPublished), notFound = With(DefinitionRefusalCode.DefinitionUnknown), skipped = Array.Empty<string>(),
        });
    }

    private static async Task<DefinitionReceipt> RetireAsync(string id, CurrentActor analyst, DefinitionShelf shelf, DefinitionDesk desk, CancellationToken stop) =>
        await desk.RetirePublishedAsync(id, analyst.Actor.User, Words.Say("studio-retired-without-a-reason"), stop);
}
