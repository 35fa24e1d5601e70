using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EGov.Web.Tests.Studio;

/// <summary>Elsa Studio as the server sees it: it keeps what its own model knows and posts that back, nothing more.</summary>
internal sealed class StudioBrowser(HttpClient client)
{
    private const string Api = "elsa/api/";

    private static readonly string[] Known =
    [
        "definitionId", "name", "description", "toolVersion", "variables", "inputs", "outputs", "outcomes", "customProperties", "isReadonly", "options", "root", "createdAt", "version", "isLatest", "isPublished", "id",
    ];

    public static async Task<StudioBrowser> OfAnalystAsync(Office office, string name = "li.hua") => new(await office.OfficerAsync(name, "analyst"));

    public Task<HttpResponseMessage> GetAsync(string address) => client.AskAsync(Api + address);

    public async Task<JsonNode> ReadAsync(string address) => (await (await GetAsync(address).MustAsync()).Content.ReadFromJsonAsync<JsonNode>())!;

    public Task<HttpResponseMessage> PostAsync(string address, JsonNode? body = null) =>
        client.PostAsync(new Uri(Api + address, UriKind.Relative), body is null ? null : Calls.Json(body.ToJsonString()));

    public Task<HttpResponseMessage> DeleteAsync(string address) => client.DeleteAsync(new Uri(Api + address, UriKind.Relative));

    public async Task<JsonNode> OpenAsync(string definitionId) => await ReadAsync($"workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest");

    /// <summary>A new definition with a bare root, as the dialog makes it.</summary>
    public async Task<JsonNode> CreateAsync(string name)
    {
        var model = new JsonObject
        {
            ["definitionId"] = null, ["name"] = name, ["description"] = null, ["toolVersion"] = "3.8.2.0", ["variables"] = null, ["inputs"] = null, ["outputs"] = null,
            ["outcomes"] = null, ["customProperties"] = null, ["isReadonly"] = false, ["options"] = null, ["links"] = null, ["createdAt"] = "0001-01-01T00:00:00+00:00",
            ["version"] = 1, ["isLatest"] = true, ["isPublished"] = false, ["id"] = null,
            ["root"] = new JsonObject { ["id"] = "1f3717e98c95db86", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1" },
        };
        return await SavedAsync(await PostAsync("workflow-definitions", new JsonObject { ["model"] = model, ["publish"] = null }));
    }

    public async Task<JsonNode> SaveAsync(JsonNode definition) => await SavedAsync(await TrySaveAsync(definition));

    public Task<HttpResponseMessage> TrySaveAsync(JsonNode definition, bool publish = false) =>
        PostAsync("workflow-definitions", new JsonObject { ["model"] = Model(definition), ["publish"] = publish });

    /// <summary>What Studio would post of a definition it holds.</summary>
    public static JsonObject Model(JsonNode definition) => new(Known.Select(name => KeyValuePair.Create(name, definition[name]?.DeepClone()))) { ["links"] = null };

    /// <summary>Draws a box, as dropping it from the palette does.</summary>
    public static JsonObject Drop(JsonNode definition, string type, string id, double x = 65.5)
    {
        var root = definition["root"]!.AsObject();
        var box = new JsonObject
        {
            ["id"] = id, ["nodeId"] = $"{root["nodeId"]}:{id}", ["name"] = id, ["type"] = type, ["version"] = 1,
            ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = 150 }, ["size"] = new JsonObject { ["width"] = 231.125, ["height"] = 54 } } },
        };
        if (root["activities"] is not JsonArray activities) root["activities"] = activities = [];
        activities.Add(box);
        return box;
    }

    public static void Connect(JsonNode definition, string source, string port, string target)
    {
        var root = definition["root"]!.AsObject();
        if (root["connections"] is not JsonArray connections) root["connections"] = connections = [];
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port }, ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" }, ["vertices"] = new JsonArray(),
        });
    }

    public static JsonObject BoxOf(JsonNode definition, string id) => definition["root"]!["activities"]!.AsArray().Select(box => box!.AsObject()).Single(box => (string?)box["id"] == id);

    /// <summary>The sentences Studio shows in red.</summary>
    public static async Task<string[]> ErrorsAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!["Root"]!.AsArray().Select(sentence => (string)sentence!)];
    }

    private static async Task<JsonNode> SavedAsync(HttpResponseMessage answer) =>
        (await (await Task.FromResult(answer).MustAsync()).Content.ReadFromJsonAsync<JsonNode>())!["workflowDefinition"]!;
}
