using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace EGov.Engine.Definitions.Reading;

/// <summary>Reads a JSON text and remembers where everything stands.</summary>
internal sealed class WrittenReader
{
    private readonly Findings findings;
    private readonly PlaceCounter places;

    private WrittenReader(byte[] utf8, Findings findings) => (this.findings, places) = (findings, new PlaceCounter(utf8));

    /// <summary>The root of the text, or null and a finding.</summary>
    public static Written? Read(string text, Findings findings)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            // One level more than allowed, so that we meet it and can say what is wrong.
            var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ElsaJson.DeepestNesting + 1 });
            json.Read();
            var root = new WrittenReader(utf8, findings).ReadValue(ref json);
            if (root is not null) json.Read(); // throws when something follows
            return root;
        }
        catch (JsonException malformed)
        {
            findings.Add(PlaceOf(utf8, malformed), null, "definition-malformed");
            return null;
        }
    }

    /// <summary>The value the reader stands on; null when it cannot be read, which is a finding.</summary>
    private Written? ReadValue(ref Utf8JsonReader json)
    {
        var place = places.At(json.TokenStartIndex);
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && json.CurrentDepth >= ElsaJson.DeepestNesting)
        {
            findings.Add(place, null, "definition-too-deep", Findings.Figure(ElsaJson.DeepestNesting));
            return null;
        }

        return json.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(ref json, place),
            JsonTokenType.StartArray => ReadList(ref json, place),
            JsonTokenType.String => ReadText(ref json, place) is { } text ? new Written.Plain(place, Value.Of(text)) : null,
            JsonTokenType.Number => new Written.Plain(place, json.TryGetDouble(out var number) && double.IsFinite(number) ? Value.Of(number) : Value.Null),
            JsonTokenType.True => new Written.Plain(place, Value.True),
            JsonTokenType.False => new Written.Plain(place, Value.False),
            _ => new Written.Plain(place, Value.Null),
        };
    }

    private Written.Map? ReadMap(ref Utf8JsonReader json, Place place)
    {
        var members = ImmutableArray.CreateBuilder<(string, Written)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var at = places.At(json.TokenStartIndex);
            if (ReadText(ref json, at) is not { } name || !json.Read() || ReadValue(ref json) is not { } value) return null;
            if (names.Add(name)) members.Add((name, value));
            else findings.Add(at, null, "member-twice", name);
        }

        return new Written.Map(place, members.DrainToImmutable());
    }

    private Written.List? ReadList(ref Utf8JsonReader json, Place place)
    {
        var items = ImmutableArray.CreateBuilder<Written>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref json) is not { } item) return null;
            items.Add(item);
        }

        return new Written.List(place, items.DrainToImmutable());
    }

    // The JSON reader finds half a surrogate pair ("\ud800") only when the text is asked for, and then says so by this exception.
    private string? ReadText(ref Utf8JsonReader json, Place place)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            findings.Add(place, null, "definition-malformed");
            return null;
        }
    }

    private static Place PlaceOf(byte[] utf8, JsonException malformed)
    {
        var offset = 0;
        for (var line = malformed.LineNumber ?? 0; line > 0; line--) offset = Array.IndexOf(utf8, (byte)'\n', offset) + 1;
        return new PlaceCounter(utf8).At(offset + (malformed.BytePositionInLine ?? 0));
    }
}
