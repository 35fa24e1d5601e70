using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio.Descriptors;

/// <summary>What expressions may name, as TypeScript: Studio's editor completes and checks by it while the analyst writes.</summary>
internal static class ScriptTypesEndpoint
{
    private const string Functions = """
        declare function getVariable(name: string): any;
        declare function getInput(name: string): any;
        declare function isString(value: any): boolean;

        """;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("scripting/javascript/type-definitions/{definitionId}", HandleAsync);

    private static async Task<IResult> HandleAsync(string definitionId, DefinitionShelf shelf, CancellationToken stop)
    {
        if (await shelf.LatestAsync(definitionId, stop) is not { } latest) return StudioProblems.UnknownDefinition(definitionId);
        var text = JsonNode.Parse(latest.Text.TrimStart('\ufeff'))!.AsObject();
        var types = new StringBuilder(Functions);
        Declare(types, "variables", text["variables"]);
        Declare(types, "input", text["inputs"]);
        return TypedResults.Text(types.ToString(), "text/plain", Encoding.UTF8);
    }

    private static void Declare(StringBuilder types, string name, JsonNode? list)
    {
        types.Append("declare const ").Append(name).Append(": {\n");
        foreach (var entry in (list as JsonArray ?? []).OfType<JsonObject>())
            if (DrawnBoxes.Text(entry, "name") is { Length: > 0 } member)
                types.Append("  ").Append(JsonSerializer.Serialize(member, StudioJson.Options)).Append(": ")
                    .Append(TypeOf(DrawnBoxes.Text(entry, "typeName") ?? DrawnBoxes.Text(entry, "type"))).Append(";\n");
        types.Append("};\n");
    }

    private static string TypeOf(string? type) => type switch
    {
        "String" or "DateTime" => "string",
        "Boolean" => "boolean",
        "Int32" or "Int64" or "Decimal" => "number",
        _ => "any",
    };
}
