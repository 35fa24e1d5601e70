using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Redesign;

/// <summary>Answers to changes of definitions, as pages.</summary>
internal static class DefinitionAnswers
{
    /// <summary>On to where the version is; or why nothing was changed.</summary>
    public static IResult ToPage(this DefinitionReceipt receipt, PageFrame frame, Func<DefinitionVersion, string> next, string? done = null) => receipt switch
    {
        { Refusal: { } refusal } => new RazorComponentResult<RefusedPage>(new { Frame = frame, Refusal = refusal }) { StatusCode = StatusOf(refusal.Code) },
        _ => Onward.To(next(receipt.Version!), done),
    };

    /// <summary>A file is read up to this size, like every definition.</summary>
    public const int LargestFile = 4_000_000;

    /// <summary>What was handed in is no definition at all.</summary>
    public static IResult NotADefinition(PageFrame frame) =>
        new RazorComponentResult<RefusedPage>(new { Frame = frame, Refusal = new DefinitionRefusal(DefinitionRefusalCode.NotADefinition, [""], []) }) { StatusCode = StatusCodes.Status400BadRequest };

    /// <summary>The stream as a JSON object; null when it is none.</summary>
    public static async Task<JsonObject?> ReadAsync(Stream stream, JsonDocumentOptions options, CancellationToken stop)
    {
        try
        {
            return await JsonNode.ParseAsync(stream, documentOptions: options, cancellationToken: stop) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int StatusOf(DefinitionRefusalCode code) => code switch
    {
        DefinitionRefusalCode.DefinitionUnknown or DefinitionRefusalCode.VersionUnknown or DefinitionRefusalCode.TemplateUnknown or DefinitionRefusalCode.ItemUnknown => StatusCodes.Status404NotFound,
        DefinitionRefusalCode.NotADefinition or DefinitionRefusalCode.RootNotSupported or DefinitionRefusalCode.TooManyActivities or DefinitionRefusalCode.DefinitionTooLarge
            or DefinitionRefusalCode.CaptionNotAllowed or DefinitionRefusalCode.DefinitionIdNotAllowed => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };
}
