using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine.Activities;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Web.Http;

namespace EGov.Web.Studio.Descriptors;

/// <summary>Describes every activity type to Studio: ours first, then the small flows, then Elsa's. A type stays for ever, so that no old drawing goes blank.</summary>
internal sealed class PaletteWriter(WorkflowCatalog catalog, CultureInfo culture)
{
    /// <summary>The input that shows the outcomes of a box whose type is not known here.</summary>
    public const string UnknownPorts = "ports";

    private static readonly string[] OurCategories = ["受理", "办理", "时限", "结果", "通知"];

    private readonly PaletteChoices _choices = new(catalog, culture);

    public ImmutableArray<PaletteActivity> Write() =>
    [
        .. catalog.Activities.All.Where(activity => !IsElsas(activity)).OrderBy(activity => PlaceOf(activity.Descriptor.Category)).Select(Describe),
        .. catalog.Library.OrderBy(flow => flow.Name, StringComparer.Ordinal).ThenBy(flow => flow.Version)
            .DistinctBy(flow => (Composite.TypeNameOf(flow.Name), flow.Version)).Select(DescribeFlow),
        .. catalog.Activities.All.Where(IsElsas).Select(Describe),
        new PaletteActivity("Elsa.Workflow", 1, Category("Workflows"), Words.Find("studio-type-Elsa.Workflow", culture) ?? "Workflow", null)
        {
            IsBrowsable = false, IsContainer = true, Ports = [new("Root", "Root", "Embedded", false)],
        },
    ];

    private PaletteActivity Describe(IActivity activity)
    {
        var descriptor = activity.Descriptor;
        return new(
            descriptor.Type, descriptor.Version, Category(descriptor.Category), Words.Find("studio-type-" + descriptor.Type, culture) ?? descriptor.Name,
            Words.Find("studio-help-" + descriptor.Type, culture) ?? descriptor.Help)
        {
            IsContainer = activity is IContainer, IsBrowsable = descriptor.IsBrowsable, IsStart = activity is Start, IsTerminal = descriptor.IsTerminal,
            Ports = [.. descriptor.Ports.Select(port => new PalettePort(Pascal(port), PortText(Pascal(port)), "Embedded")), .. FlowPorts(descriptor.IsTerminal ? [] : descriptor.Outcomes)],
            Inputs = activity is NotFoundActivity ? [UnknownPortsInput()] : [.. descriptor.Inputs.Select(DescribeInput)],
            Outputs = [.. descriptor.Outputs.Select((output, order) => new PaletteOutput(Pascal(output), PortText(Pascal(output))) { Order = order })],
            ConstructionProperties = DefaultOutcomes.Of(descriptor) is { } outcomes
                ? ImmutableSortedDictionary<string, object>.Empty.Add(Pascal(descriptor.OutcomesInput!), outcomes)
                : ImmutableSortedDictionary<string, object>.Empty,
        };
    }

    private PaletteInput DescribeInput(InputDescriptor input, int order)
    {
        var choices = _choices.For(input);
        var isApart = input.Hint is "switch-editor" or "flow-switch-editor" || input.TypeName == "Variable";
        return new(Pascal(input.Name), input.TypeName, Words.Find("studio-input-" + input.Name, culture) ?? input.Title, input.Help, choices.IsEmpty || input.Hint == "checklist" ? input.Hint : "dropdown")
        {
            Order = order, IsWrapped = !isApart, DefaultValue = input.Default is { } value ? JsonElement.Parse(value.ToJson()) : null,
            UiSpecifications = choices.IsEmpty ? null : Lists.Of(input.Hint, choices),
        };
    }

    /// <summary>A workflow that others may use as a box, as Elsa describes one.</summary>
    private PaletteActivity DescribeFlow(WorkflowDefinition flow)
    {
        var text = JsonNode.Parse(flow.Text.TrimStart('\ufeff'))!.AsObject();
        var category = text["options"] is JsonObject options ? DrawnBoxes.Text(options, "activityCategory") : null;
        return new(Composite.TypeNameOf(flow.Name), flow.Version, Category(category ?? "Workflows"), flow.Name, DrawnBoxes.Text(text, "description"))
        {
            IsContainer = true, IsBrowsable = catalog.InUse.GetValueOrDefault(flow.DefinitionId) == flow.Version,
            Ports = [new("Root", "Root", "Embedded", false), .. FlowPorts(flow.Outcomes.IsEmpty ? ["Done"] : flow.Outcomes)],
            Inputs = [.. Arguments(text, "inputs").Select((given, order) => new PaletteInput(
                DrawnBoxes.Text(given, "name") ?? "", DrawnBoxes.Text(given, "type") ?? "Object", DrawnBoxes.Text(given, "displayName") ?? DrawnBoxes.Text(given, "name") ?? "",
                DrawnBoxes.Text(given, "description"), DrawnBoxes.Text(given, "uiHint") ?? "singleline") { Order = order, IsSynthetic = true })],
            Outputs = [.. Arguments(text, "outputs").Select((given, order) => new PaletteOutput(
                DrawnBoxes.Text(given, "name") ?? "", DrawnBoxes.Text(given, "displayName") ?? DrawnBoxes.Text(given, "name") ?? "") { Order = order, IsSynthetic = true })],
            CustomProperties = ImmutableSortedDictionary<string, object>.Empty.Add("RootType", "WorkflowDefinitionActivity")
                .Add("WorkflowDefinitionId", flow.DefinitionId).Add("WorkflowDefinitionVersionId", DefinitionVersion.IdOf(flow.DefinitionId, flow.Version)),
            ConstructionProperties = ImmutableSortedDictionary<string, object>.Empty
                .Add("WorkflowDefinitionId", flow.DefinitionId).Add("WorkflowDefinitionVersionId", DefinitionVersion.IdOf(flow.DefinitionId, flow.Version)),
        };
    }

    private static IEnumerable<JsonObject> Arguments(JsonObject text, string list) =>
        text[list] is JsonArray given ? given.OfType<JsonObject>().Where(argument => DrawnBoxes.Text(argument, "name") is { Length: > 0 }) : [];

    private static PaletteInput UnknownPortsInput() => new(Pascal(UnknownPorts), "Object", "Outcomes", null, "dynamic-outcomes");

    private IEnumerable<PalettePort> FlowPorts(IEnumerable<string> outcomes) => outcomes.Select(outcome => new PalettePort(outcome, PortText(outcome), "Flow"));

    private string PortText(string port) => Words.Find("studio-port-" + port, culture) ?? _choices.OutcomeText(port) ?? port;

    private string Category(string category) => Words.Find("studio-category-" + category, culture) ?? category;

    private static bool IsElsas(IActivity activity) => activity.Descriptor.Type.StartsWith("Elsa.", StringComparison.Ordinal);

    private static int PlaceOf(string category) => Array.IndexOf(OurCategories, category) is >= 0 and var place ? place : OurCategories.Length;

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>Choices in the form the editor of a hint reads.</summary>
    private static class Lists
    {
        public static ImmutableSortedDictionary<string, object> Of(string hint, ImmutableArray<PaletteChoice> choices) => hint == "checklist"
            ? Named("checklist", new { checkList = new { items = choices.Select(c => new { c.Text, c.Value, isChecked = false }), isFlagsEnum = false } })
            : Named("dropdown", new { selectList = new { items = choices, isFlagsEnum = false, sortItems = false }, providerName = (string?)null });

        private static ImmutableSortedDictionary<string, object> Named(string hint, object list) => ImmutableSortedDictionary<string, object>.Empty.Add(hint, list);
    }
}
