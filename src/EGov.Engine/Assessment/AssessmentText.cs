using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EGov.Engine.Assessment;

/// <summary>The one way an assessment becomes text: what is frozen, hashed and computed again.</summary>
public static class AssessmentText
{
    internal static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The canonical text. It names no moment of computing, so the same facts give the same bytes.</summary>
    public static string Write(AssessmentSheet sheet) => JsonSerializer.Serialize(sheet, Options);

    /// <summary>An assessment from its text.</summary>
    /// <exception cref="JsonException">The text is not one.</exception>
    public static AssessmentSheet Read(string text) => JsonSerializer.Deserialize<AssessmentSheet>(text, Options) ?? throw new JsonException("An assessment is an object.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            NumberHandling = JsonNumberHandling.Strict,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
