using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine.Definitions;
using EGov.Engine.Definitions.Expressions;

namespace EGov.TestKit.Definitions;

/// <summary>Variables and inputs given as JSON objects.</summary>
public sealed class TestScope(string variables, string inputs = "{}") : IScope
{
    private readonly ImmutableSortedDictionary<string, Value> variables = Read(variables);
    private readonly ImmutableSortedDictionary<string, Value> inputs = Read(inputs);

    public static TestScope Empty { get; } = new("{}");

    public Value? Variable(string nameOrId) => variables.GetValueOrDefault(nameOrId);

    public Value? Input(string name) => inputs.GetValueOrDefault(name);

    private static ImmutableSortedDictionary<string, Value> Read(string json) =>
        Value.TryParseJson(json, out var value) && value is Value.Map map ? map.Entries : throw new JsonException(json);
}
