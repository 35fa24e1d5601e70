using System.Text.Json;
using System.Text.Json.Serialization;

namespace EGov.Engine.Definitions;

/// <summary>Reads and writes a <see cref="Value"/> as plain JSON, in canonical form whatever the options say.</summary>
public sealed class ValueConverter : JsonConverter<Value>
{
    /// <summary>JSON null is <see cref="Value.Null"/>, not the absence of an object.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Value.FromJson(JsonElement.ParseValue(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options) =>
        writer.WriteRawValue((value ?? Value.Null).ToJson(), skipInputValidation: true);
}
