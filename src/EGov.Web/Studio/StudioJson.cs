using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EGov.Web.Studio;

/// <summary>How Elsa's API speaks, unlike ours: camel case, enums by their names in Pascal case, nulls written, Chinese as it is.</summary>
internal static class StudioJson
{
    public static readonly JsonSerializerOptions Options = Create();

    public static IResult Answer<T>(T value) => TypedResults.Json(value, Options);

    /// <summary>A list as Elsa wraps it.</summary>
    public static IResult AnswerList<T>(IReadOnlyCollection<T> items) => Answer(new { items, count = items.Count });

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
