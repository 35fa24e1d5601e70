using System.Text.Json.Nodes;

namespace EGov.Web.Tests.Studio;

/// <summary>A box of a type this server does not know is shown, moved and given back; nothing of it is lost.</summary>
public sealed class Unknown_boxes(Office office) : IClassFixture<Office>
{
    private const string Foreign = """
        {"type":"Their.Magic","version":7,"id":"M1","name":"M1","metadata":{"designer":{"position":{"x":10,"y":20},"size":{"width":200,"height":60}},"displayText":"奇术"},"weight":1.50,"big":12345678901234567890,"nested":{"type":"Other","id":"n","version":1,"z":[1e3,"\"<é\u2028"]},"empty":null}
        """;

    [Fact]
    public async Task are_wrapped_so_that_the_canvas_stays_full()
    {
        var (studio, id) = await ImportedAsync();
        var box = StudioBrowser.BoxOf(await studio.OpenAsync(id), "M1");

        Assert.Equal(("Elsa.NotFoundActivity", 1, "Workflow1:F1:M1"), ((string)box["type"]!, (int)box["version"]!, (string)box["nodeId"]!));
        Assert.Equal("Unknown activity: 奇术", (string)box["metadata"]!["displayText"]!);
        Assert.Equal("""["Boom","Done"]""", (string)box["ports"]!["expression"]!["value"]!);
    }

    [Fact]
    public async Task come_back_to_the_letter()
    {
        var (studio, id) = await ImportedAsync();
        var before = await LineAsync(studio, id);
        var opened = await studio.OpenAsync(id);
        StudioBrowser.BoxOf(opened, "M1")["metadata"]!["designer"]!["size"] = new JsonObject { ["width"] = 231.5, ["height"] = 54 };
        StudioBrowser.Drop(opened, "EGov.Review", "Review1");
        await studio.SaveAsync(opened);

        Assert.Equal(before, await LineAsync(studio, id));
        Assert.Contains("\"weight\":1.50,\"big\":12345678901234567890", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task keep_the_place_they_were_moved_to()
    {
        var (studio, id) = await ImportedAsync();
        var before = await LineAsync(studio, id);
        var opened = await studio.OpenAsync(id);
        StudioBrowser.BoxOf(opened, "M1")["metadata"]!["designer"]!["position"] = new JsonObject { ["x"] = 300, ["y"] = -5.5 };
        await studio.SaveAsync(opened);
        Assert.Equal(before.Replace("\"x\":10,\"y\":20", "\"x\":300,\"y\":-5.5", StringComparison.Ordinal), await LineAsync(studio, id));
    }

    [Fact]
    public async Task cannot_be_published()
    {
        var (studio, id) = await ImportedAsync();
        var errors = await StudioBrowser.ErrorsAsync(await studio.TrySaveAsync(await studio.OpenAsync(id), publish: true));
        Assert.Contains(errors, error => error.StartsWith("M1: ", StringComparison.Ordinal) && error.Contains("Their.Magic", StringComparison.Ordinal));
    }

    [Fact]
    public async Task with_a_forged_original_stay_what_they_are()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.CreateAsync("伪造");
        StudioBrowser.Drop(drawn, "Elsa.NotFoundActivity", "X1")["originalActivityJson"] = "{not json";
        var saved = await studio.SaveAsync(drawn);
        Assert.Equal("{not json", (string)StudioBrowser.BoxOf(saved, "X1")["originalActivityJson"]!);
    }

    private async Task<(StudioBrowser Studio, string Id)> ImportedAsync()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var file = new JsonObject
        {
            ["name"] = "外来", ["id"] = "x1",
            ["root"] = new JsonObject
            {
                ["type"] = "Elsa.Flowchart", ["version"] = 1, ["id"] = "F1", ["activities"] = new JsonArray(JsonNode.Parse(Foreign)),
                ["connections"] = new JsonArray(Path("Boom"), Path("Done")),
            },
        };
        var imported = await studio.PostAsync("workflow-definitions/import", file).MustAsync().JsonAsync();
        return (studio, imported.GetProperty("definitionId").GetString()!);
    }

    private static JsonObject Path(string port) => new() { ["source"] = new JsonObject { ["activity"] = "M1", ["port"] = port }, ["target"] = new JsonObject { ["activity"] = "M1", ["port"] = "In" } };

    private static async Task<string> LineAsync(StudioBrowser studio, string id) =>
        (await (await studio.GetAsync($"workflow-definitions/{id}/export").MustAsync()).Content.ReadAsStringAsync()).Split('\n').Single(line => line.Contains("Their.Magic", StringComparison.Ordinal)).Trim().TrimEnd(',');
}
