using System.Collections.Immutable;

namespace EGov.Web.Studio;

/// <summary>A link as Elsa writes it. Studio draws only where a definition has <c>publish</c>, and lets choose only where a list has <c>bulk-publish</c>.</summary>
internal sealed record StudioLink(string Href, string Rel, string Method);

/// <summary>What the reader may do with a definition, as links.</summary>
internal static class StudioLinks
{
    private static readonly ImmutableArray<StudioLink> Reading =
    [
        new("/workflow-definitions", "self", "GET"), new("/workflow-definitions/validation/is-name-unique", "is-name-unique", "GET"),
        new("/workflow-definitions/query/count", "count", "GET"), new("/workflow-definitions/many-by-id", "many-by-id", "GET"),
    ];

    private static readonly ImmutableArray<StudioLink> Changing =
    [
        new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
        new("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
        new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
        new("/workflow-definitions/import", "import", "POST"), new("/workflow-definitions", "create", "POST"),
    ];

    public static ImmutableArray<StudioLink> OfList(bool mayDraw) => mayDraw ? [.. Reading, .. Changing] : Reading;

    public static ImmutableArray<StudioLink> Of(string definitionId, bool mayDraw)
    {
        var address = "/workflow-definitions/" + definitionId;
        ImmutableArray<StudioLink> reading = [new("/workflow-definitions/by-definition-id/" + definitionId, "self", "GET"), new(address + "/export", "export", "GET")];
        return mayDraw ? [.. reading, new(address + "/publish", "publish", "POST"), new(address + "/retract", "retract", "POST"), new(address, "delete", "DELETE")] : reading;
    }
}
