using System.Text.Json.Nodes;
using EGov.Engine.Activities;
using EGov.Engine.Definitions;
using EGov.Engine.Tests.Laws;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Comparing;

/// <summary>Draws on a random drawing as somebody at Studio does: moves, renames, deletes, connects, and shuffles the text.</summary>
internal sealed class Redraft
{
    private readonly Random _random;
    private readonly JsonObject _definition;

    public Redraft(Random random, string? text = null)
    {
        _random = random;
        _definition = JsonNode.Parse(text ?? new RandomDrawing(random).ToJson())!.AsObject();
    }

    public string Text => _definition.ToJsonString();

    public WorkflowDefinition Definition =>
        ElsaJson.Read(Text, ActivityRegistry.Standard, OfficeCalendar.Chinese) is { Definition: { } definition } ? definition : throw new InvalidOperationException(Text);

    /// <summary>A few changes of any kind.</summary>
    public Redraft Edited(int changes)
    {
        for (; changes > 0; changes--) Edit();
        return this;
    }

    /// <summary>The same drawing in another order, nicely indented.</summary>
    public Redraft Shuffled()
    {
        foreach (var flowchart in Flowcharts())
            foreach (var list in new[] { "activities", "connections" })
                if (flowchart[list] is JsonArray items) flowchart[list] = new JsonArray([.. items.Select(item => item!.DeepClone()).OrderBy(_ => _random.Next())]);
        return this;
    }

    private void Edit()
    {
        var flowcharts = Flowcharts();
        var flowchart = flowcharts[_random.Next(flowcharts.Count)];
        var (boxes, paths) = (flowchart["activities"]!.AsArray(), flowchart["connections"]!.AsArray());
        var box = boxes[_random.Next(boxes.Count)]!.AsObject();
        switch (_random.Next(8))
        {
            case 0: Metadata(box)["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = _random.Next(500), ["y"] = _random.Next(500) } }; break;
            case 1: Metadata(box)["displayText"] = "Caption " + Figure(_random.Next(4)); break;
            case 2: box["party"] = "p" + Figure(_random.Next(5)); break;
            case 3: Rename(paths, box, "Anew" + Figure(_random.Next())); break;
            case 4: boxes.Add(new JsonObject { ["type"] = "EGov.Review", ["version"] = 1, ["id"] = "New" + Figure(_random.Next()), ["party"] = "p1" }); break;
            case 5 when paths.Count > 0: paths.RemoveAt(_random.Next(paths.Count)); break;
            case 6 when paths.Count > 0: paths[_random.Next(paths.Count)]!["target"]!["activity"] = (string)box["id"]!; break;
            case 7 when boxes.Count > 2 && (string?)box["type"] != "Elsa.Start": Delete(boxes, paths, box); break;
            default: _definition["customProperties"]!["egov"]!["visits"] = _random.Next(9); break;
        }
    }

    private static void Rename(JsonArray paths, JsonObject box, string id)
    {
        var old = (string)box["id"]!;
        box["id"] = id;
        foreach (var end in paths.SelectMany(path => new[] { path!["source"]!, path["target"]! }).Where(end => (string?)end["activity"] == old)) end["activity"] = id;
    }

    private static void Delete(JsonArray boxes, JsonArray paths, JsonObject box)
    {
        var id = (string)box["id"]!;
        boxes.Remove(box);
        foreach (var path in paths.Where(path => (string?)path!["source"]!["activity"] == id || (string?)path["target"]!["activity"] == id).ToList()) paths.Remove(path);
    }

    private List<JsonObject> Flowcharts() => [.. Everything(_definition["root"]!).OfType<JsonObject>().Where(box => (string?)box["type"] == "Elsa.Flowchart")];

    private static IEnumerable<JsonNode> Everything(JsonNode node) => node switch
    {
        JsonObject map => map.Select(member => member.Value).OfType<JsonNode>().SelectMany(Everything).Prepend(map),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Everything),
        _ => [],
    };

    private static JsonNode Metadata(JsonObject box) => box["metadata"] ??= new JsonObject();

    private static string Figure(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
