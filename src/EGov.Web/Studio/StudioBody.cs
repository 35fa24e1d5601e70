using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio;

/// <summary>A body as Studio sends it, read leniently: unknown members stay, nulls are allowed, and what is no JSON object is a refusal Studio can show.</summary>
/// <param name="Json">The object; null when the body is none.</param>
/// <param name="Place">Where it went wrong.</param>
internal sealed record StudioBody(JsonObject? Json, string Place)
{
    /// <summary>The largest body, in bytes: 2,000 activities with every Chinese character escaped, as Studio sends them, and then some.</summary>
    public const int MostBytes = 24_000_000;

    // The request, the model in it, and one level more so that what is too deep is found by us.
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = ElsaJson.DeepestNesting + 2, AllowDuplicateProperties = false };

    /// <summary>Why it cannot be used.</summary>
    public IResult Refused => StudioProblems.Refuse("studio-body-malformed", Place);

    /// <summary>Called by minimal APIs.</summary>
    public static async ValueTask<StudioBody> BindAsync(HttpContext context)
    {
        try
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            var utf8 = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            if (utf8.IsEmpty) return new(new JsonObject(), "");
            ReadEveryText(utf8.Span);
            return JsonNode.Parse(utf8.Span, documentOptions: Reading) is JsonObject json ? new(json, "") : new(null, "$");
        }
        catch (JsonException broken)
        {
            return new(null, $"{broken.Path ?? "$"} {(broken.LineNumber ?? 0) + 1}:{(broken.BytePositionInLine ?? 0) + 1}");
        }
    }

    /// <summary>An object in it, or null.</summary>
    public JsonObject? Inner(string name) => Json?[name] as JsonObject;

    /// <summary>A text in it, or null.</summary>
    public string? Text(string name) => Json is null ? null : DrawnBoxes.Text(Json, name);

    /// <summary>The texts of a list in it.</summary>
    public IEnumerable<string> Texts(string name) => TextsOf(Json?[name]);

    internal static IEnumerable<string> TextsOf(JsonNode? node) =>
        node is JsonArray list ? list.OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>()) : [];

    /// <summary>The JSON reader finds half a surrogate pair only when the text is asked for; it is asked for here, once, before anything relies on it.</summary>
    private static void ReadEveryText(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Reading.MaxDepth });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException("Half a character.", broken);
        }
    }
}
