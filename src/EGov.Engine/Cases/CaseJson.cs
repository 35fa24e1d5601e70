using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EGov.Engine.Cases;

/// <summary>The one way orders, events and states become text. The same input always gives the same bytes, so texts can be compared and hashed.</summary>
public static class CaseJson
{
    /// <summary>Camel case, enums by name, nulls left out, Chinese as it is.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>An order as text.</summary>
    public static string Write(CaseCommand command) => JsonSerializer.Serialize(command, Options);

    /// <summary>Events as one array.</summary>
    public static string Write(ImmutableArray<CaseEvent> events) => JsonSerializer.Serialize(events, Options);

    /// <summary>One event as text.</summary>
    public static string Write(CaseEvent happened) => JsonSerializer.Serialize(happened, Options);

    /// <summary>A whole state as text, for comparing states in tests and audits.</summary>
    public static string Write(CaseState state) => JsonSerializer.Serialize(state, Options);

    /// <summary>An order from text written here.</summary>
    public static CaseCommand ReadCommand(string text) =>
        JsonSerializer.Deserialize<CaseCommand>(text, Options) ?? throw new JsonException("An order is an object.");

    /// <summary>Events from text written here.</summary>
    public static ImmutableArray<CaseEvent> ReadEvents(string text) => JsonSerializer.Deserialize<ImmutableArray<CaseEvent>>(text, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
