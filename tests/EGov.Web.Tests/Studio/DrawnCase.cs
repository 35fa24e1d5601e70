using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Studio;

/// <summary>A case of a process drawn for one test, opened as an errand would open it.</summary>
internal static class DrawnCase
{
    /// <summary>Draws boxes in a row after a start, publishes, and opens a case.</summary>
    public static async Task<string> OpenAsync(Office office, string id, JsonObject inputs, params JsonObject[] boxes)
    {
        await PublishAsync(office, Definition(id, inputs, boxes));
        var number = new CaseId($"{id}-{Guid.NewGuid():N}"[..(id.Length + 9)]);
        var values = inputs.ToImmutableSortedDictionary(input => input.Key, input => Value.TryParseJson(input.Value!.ToJsonString(), out var value) ? value : Value.Null, StringComparer.Ordinal);
        var order = new CommandEnvelope(new(Guid.NewGuid().ToString()), number, new OpenCase(Actor.System, number, null, values)) { DefinitionId = id };
        Assert.Null((await office.Services.GetRequiredService<CaseDesk>().HandInAsync(order, default)).Refusal);
        return number.Value;
    }

    /// <summary>Draws boxes in a row after a start, and publishes.</summary>
    public static Task PublishAsync(Office office, string id, params JsonObject[] boxes) => PublishAsync(office, Definition(id, [], boxes));

    private static async Task PublishAsync(Office office, JsonObject definition)
    {
        var desk = office.Services.GetRequiredService<DefinitionDesk>();
        var draft = await desk.ImportAsync((string)definition["definitionId"]!, definition, new("li.hua"));
        var published = await desk.PublishAsync(draft.Version!.DefinitionId, draft.Version.Version, new("li.hua"), "for a test");
        Assert.True(published.Refusal is null, string.Join("; ", published.Refusal?.Problems.Select(problem => problem.ToString()) ?? []));
    }

    public static JsonObject Box(string type, string id, params (string Input, string Script)[] inputs)
    {
        var box = new JsonObject { ["type"] = type, ["version"] = 1, ["id"] = id, ["name"] = id };
        foreach (var (input, script) in inputs)
            box[input] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };
        return box;
    }

    private static JsonObject Definition(string id, JsonObject inputs, JsonObject[] boxes)
    {
        JsonObject[] row = [Box("Elsa.Start", "Start1"), .. boxes, Box("Elsa.End", "End1")];
        return new JsonObject
        {
            ["definitionId"] = id, ["name"] = id, ["outputs"] = new JsonArray(), ["outcomes"] = new JsonArray(), ["customProperties"] = new JsonObject(), ["options"] = new JsonObject(),
            ["inputs"] = new JsonArray([.. inputs.Select(input => new JsonObject { ["name"] = input.Key, ["type"] = "Object" })]),
            ["variables"] = new JsonArray(new JsonObject { ["id"] = "v1", ["name"] = "Note", ["typeName"] = "Object", ["isArray"] = false, ["value"] = null }),
            ["root"] = new JsonObject
            {
                ["type"] = "Elsa.Flowchart", ["version"] = 1, ["id"] = "F1", ["name"] = "F1", ["activities"] = new JsonArray([.. row]),
                ["connections"] = new JsonArray([.. row.Zip(row.Skip(1), (from, to) => new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = (string)from["id"]!, ["port"] = "Done" }, ["target"] = new JsonObject { ["activity"] = (string)to["id"]!, ["port"] = "In" },
                })]),
            },
        };
    }
}
