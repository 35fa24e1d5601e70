using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine.Activities;

namespace EGov.Web.Studio.Descriptors;

/// <summary>
/// Outcomes that a box has although its drawing does not list them. Studio draws no port that is not listed, and drops the paths of a port it does not
/// draw, so they are listed on the way out, with a mark by which they are left out again on the way back.
/// </summary>
internal static class DefaultOutcomes
{
    private const string Mark = "isDefault";

    /// <summary>The list in the form Studio's editor writes; null where Studio draws the ports by itself.</summary>
    public static JsonObject? Of(ActivityDescriptor descriptor) =>
        IsListed(descriptor) && descriptor.Outcomes is not ["Done"] ? Written(descriptor.Outcomes) : null;

    /// <summary>The name of the list, or null when this type has none.</summary>
    public static string? NameOf(ActivityDescriptor descriptor) => IsListed(descriptor) ? descriptor.OutcomesInput : null;

    /// <summary>Lists the outcomes of a box that lists none.</summary>
    public static void Show(JsonObject box, ActivityDescriptor descriptor)
    {
        if (NameOf(descriptor) is not { } name || box[name] is not null || Of(descriptor) is not { } list) return;
        list[Mark] = true;
        box[name] = list;
    }

    /// <summary>Leaves out again what was listed here and not touched since.</summary>
    public static void TakeBack(JsonObject box, ActivityDescriptor descriptor)
    {
        if (NameOf(descriptor) is not { } name || box[name] is not JsonObject list || !list.Remove(Mark)) return;
        if (JsonNode.DeepEquals(list["expression"], Of(descriptor)?["expression"])) box.Remove(name);
    }

    public static JsonObject Written(ImmutableArray<string> outcomes) => new()
    {
        ["typeName"] = null,
        ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = JsonSerializer.Serialize(outcomes, StudioJson.Options) },
        ["memoryReference"] = null,
    };

    private static bool IsListed(ActivityDescriptor descriptor) =>
        descriptor.OutcomesInput is { } name && descriptor.Inputs.Any(input => input.Name == name && input.Hint == "dynamic-outcomes");
}
