using System.Text.Json.Nodes;
using EGov.Engine.Activities;
using EGov.Engine.Definitions;
using EGov.TestKit.Clocks;

namespace EGov.TestKit.Definitions;

/// <summary>Draws a workflow and prints it as Elsa Studio would save it.</summary>
/// <remarks>
/// A test states only the boxes it cares for. <c>Start1</c> and <c>End1</c> appear by themselves when a path leads from or to them and nobody drew them.
/// What a box is given: a text, number or truth is a literal; several texts are a list; see <see cref="Given"/> for scripts, variables and bodies.
/// </remarks>
public sealed class Drawing(string id)
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonArray variables = [];
    private readonly JsonArray inputs = [];
    private readonly JsonArray outputs = [];
    private readonly JsonObject options = [];
    private readonly JsonObject customProperties = [];
    private JsonArray outcomes = [];
    private string? name;
    private int version = 1;
    private string? start;

    public Drawing Named(string caption) => With(() => name = caption);

    public Drawing Version(int number) => With(() => version = number);

    /// <summary>The item's facts; limits in working days, 0 for none.</summary>
    public Drawing Facts(
        string item, int statutory = 0, int promised = 0, int acceptance = 0, IEnumerable<string>? parties = null, string incidents = "administrator", string extensions = "leader") =>
        With(() => customProperties["egov"] = new JsonObject
        {
            ["item"] = item, ["statutoryLimitInWorkingDays"] = statutory, ["promisedLimitInWorkingDays"] = promised, ["acceptanceLimitInWorkingDays"] = acceptance,
            ["parties"] = Given.Texts(parties ?? ["window", "review", "leader"]), ["incidentParty"] = incidents, ["extensionParty"] = extensions,
        });

    /// <summary>Who takes in and who judges refusals; told after <see cref="Facts"/>.</summary>
    public Drawing Offices(string front, string? back) => With(() =>
    {
        customProperties["egov"]!["frontOffice"] = Given.Texts([front]);
        if (back is not null) customProperties["egov"]!["backOffice"] = back;
    });

    /// <summary>Working days to deliver after the decision; told after <see cref="Facts"/>.</summary>
    public Drawing Delivers(int within) => With(() => customProperties["egov"]!["deliveryLimitInWorkingDays"] = within);

    /// <summary>What the applicant brings and how often he comes; told after <see cref="Facts"/>.</summary>
    public Drawing Asks(IEnumerable<string> materials, int visits) => With(() =>
    {
        customProperties["egov"]!["materials"] = Given.Texts(materials);
        customProperties["egov"]!["visits"] = visits;
    });

    /// <summary>A box of the flowchart.</summary>
    public Drawing Activity(string activity, string type, params (string Input, object? Value)[] given) => Activity(Given.Box(activity, type, given));

    /// <summary>A box made before, such as a sequence or another drawing's flowchart.</summary>
    public Drawing Activity(JsonObject box) => With(() => activities.Add(box));

    /// <summary>A path that carries <c>Done</c>.</summary>
    public Drawing Connect(string source, string target) => Connect(source, "Done", target);

    public Drawing Connect(string source, string port, string target) => With(() => connections.Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    }));

    /// <summary>Boxes one after another by <c>Done</c>.</summary>
    public Drawing Chain(params string[] boxes) => With(() =>
    {
        for (var i = 1; i < boxes.Length; i++) Connect(boxes[i - 1], boxes[i]);
    });

    /// <summary>A variable whose id is its name.</summary>
    public Drawing Variable(string variable, string type = "Object", object? value = null) =>
        With(() => variables.Add(new JsonObject { ["id"] = variable, ["name"] = variable, ["typeName"] = type, ["isArray"] = false, ["value"] = Given.Plain(value) }));

    public Drawing Input(string input, string type = "Object") => With(() => inputs.Add(new JsonObject { ["name"] = input, ["type"] = type }));

    public Drawing Output(string output, string type = "Object") => With(() => outputs.Add(new JsonObject { ["name"] = output, ["type"] = type }));

    public Drawing Outcomes(params string[] names) => With(() => outcomes = Given.Texts(names));

    public Drawing UsableAsActivity() => With(() => options["usableAsActivity"] = true);

    /// <summary>A fault ends the whole case.</summary>
    public Drawing FaultEndsCase() => With(() => options["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core");

    public Drawing StartAt(string activity) => With(() => start = activity);

    /// <summary>The flowchart alone, to stand as a box in another drawing; its variables are its own.</summary>
    public JsonObject Flowchart(string flowchart = "Flowchart1")
    {
        foreach (var (implied, type) in new[] { ("Start1", "Elsa.Start"), ("End1", "Elsa.End") })
            if (Names(connections, implied) && !activities.Any(a => (string?)a!["id"] == implied)) activities.Insert(type == "Elsa.Start" ? 0 : activities.Count, Given.Box(implied, type));
        var box = new JsonObject
        {
            ["type"] = "Elsa.Flowchart", ["version"] = 1, ["id"] = flowchart, ["nodeId"] = "Workflow1:" + flowchart,
            ["variables"] = variables.DeepClone(), ["activities"] = activities.DeepClone(), ["connections"] = connections.DeepClone(),
        };
        if (start is not null) box["start"] = start;
        return box;
    }

    public string ToJson() => ToJson(Flowchart());

    /// <summary>A definition with another root than the flowchart.</summary>
    public string ToJson(JsonObject root) => new JsonObject
    {
        ["id"] = $"{id}-{version}", ["definitionId"] = id, ["name"] = name ?? id, ["version"] = version,
        ["variables"] = variables.DeepClone(), ["inputs"] = inputs.DeepClone(), ["outputs"] = outputs.DeepClone(), ["outcomes"] = outcomes.DeepClone(),
        ["customProperties"] = customProperties.DeepClone(), ["options"] = options.DeepClone(), ["root"] = root.DeepClone(),
    }.ToJsonString();

    /// <summary>Read with the standard activities and the demonstration calendar.</summary>
    public DefinitionReading Read(params IEnumerable<WorkflowDefinition> library) =>
        ElsaJson.Read(ToJson(), ActivityRegistry.Standard, OfficeCalendar.Chinese, [.. library]);

    /// <summary>The definition; its problems are thrown when it cannot be read.</summary>
    public WorkflowDefinition Definition(params IEnumerable<WorkflowDefinition> library)
    {
        var reading = Read(library);
        return reading.Definition ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Problems));
    }

    private static bool Names(JsonArray connections, string activity) =>
        connections.Any(c => (string?)c!["source"]!["activity"] == activity || (string?)c["target"]!["activity"] == activity);

    private Drawing With(Action change)
    {
        change();
        return this;
    }
}
