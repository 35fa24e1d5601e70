using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EGov.Benchmarks;

/// <summary>An analyst who draws on one large definition: what Studio posts when it saves, and the page's form that publishes.</summary>
internal sealed partial class DrawingAnalyst : IDisposable
{
    private const string Item = "food-business-licence";
    private static readonly Uri Definitions = new("elsa/api/workflow-definitions", UriKind.Relative);

    private readonly HttpClient _client;
    private JsonNode _drawing;
    private int _round;

    private DrawingAnalyst(HttpClient client, JsonNode drawing) => (_client, _drawing) = (client, drawing);

    /// <summary>Signs in and draws so many boxes, one after the other, between the start and the end.</summary>
    public static async Task<DrawingAnalyst> SignInAsync(Uri address, int boxes)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address };
        await PostFormAsync(client, "sign-in", await TokenAsync(client, "sign-in"), ("userName", "analyst"), ("password", "Demo-2026!"));
        var drawing = (await client.GetFromJsonAsync<JsonNode>(new Uri($"{Definitions}/by-definition-id/{Item}?versionOptions=Latest", UriKind.Relative)))!;
        Draw(drawing["root"]!.AsObject(), boxes);
        return new(client, drawing);
    }

    /// <summary>Moves a box and saves. Milliseconds.</summary>
    public async Task<double> SaveAsync()
    {
        _drawing["root"]!["activities"]![0]!["metadata"]!["designer"]!["position"]!["y"] = ++_round;
        var begun = Stopwatch.GetTimestamp();
        using var answer = await _client.PostAsJsonAsync(Definitions, new JsonObject { ["model"] = _drawing.DeepClone(), ["publish"] = false });
        var text = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"Not saved: {text}");
        _drawing = JsonNode.Parse(text)!["workflowDefinition"]!;
        return took;
    }

    /// <summary>Publishes what was saved. Milliseconds.</summary>
    public async Task<double> PublishAsync()
    {
        var page = $"designer/{Item}/{(int)_drawing["version"]!}/publish";
        var (token, seen) = (await TokenAsync(_client, page), await HiddenAsync(_client, page, "seen"));
        var begun = Stopwatch.GetTimestamp();
        await PostFormAsync(_client, page, token, ("seen", seen), ("reason", "measured"));
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    public void Dispose() => _client.Dispose();

    private static void Draw(JsonObject root, int boxes)
    {
        var (activities, connections) = (new JsonArray { Box("Start1", "Elsa.Start", 0) }, new JsonArray());
        for (var index = 2; index < boxes; index++)
        {
            var box = Box($"Review{index}", "EGov.Review", index);
            box["party"] = Wrapped("Literal", "food-review");
            box["outcomes"] = Wrapped("Object", """["Done"]""");
            activities.Add(box);
            connections.Add(Path(index == 2 ? "Start1" : $"Review{index - 1}", $"Review{index}"));
        }

        activities.Add(Box("End1", "Elsa.End", boxes));
        connections.Add(Path($"Review{boxes - 1}", "End1"));
        (root["activities"], root["connections"]) = (activities, connections);
    }

    private static JsonObject Box(string id, string type, int place) => new()
    {
        ["id"] = id, ["nodeId"] = $"Workflow1:Flowchart1:{id}", ["name"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject(),
        ["metadata"] = new JsonObject
        {
            ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = place % 20 * 280, ["y"] = place / 20 * 120 }, ["size"] = new JsonObject { ["width"] = 200, ["height"] = 60 } },
        },
    };

    private static JsonObject Wrapped(string type, string value) =>
        new() { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value }, ["memoryReference"] = null };

    private static JsonObject Path(string from, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" }, ["vertices"] = new JsonArray(),
    };

    private static Task<string> TokenAsync(HttpClient client, string page) => HiddenAsync(client, page, "__RequestVerificationToken");

    private static async Task<string> HiddenAsync(HttpClient client, string page, string name) =>
        WebUtility.HtmlDecode(Hidden().Matches(await client.GetStringAsync(new Uri(page, UriKind.Relative))).First(field => field.Groups[1].Value == name).Groups[2].Value);

    private static async Task PostFormAsync(HttpClient client, string page, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await client.PostAsync(new Uri(page, UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{page}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
