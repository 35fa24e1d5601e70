using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Definitions;

/// <content>The one JSON form of a value.</content>
public abstract partial record Value
{
    /// <summary>The longest JSON text that <see cref="TryParseJson"/> reads: 1,000,000 UTF-16 units.</summary>
    public const int LongestJson = 1_000_000;

    /// <summary>Canonical JSON: what <c>JSON.stringify</c> writes, names in ordinal order. Equal values give the same text.</summary>
    /// <remarks>Not-a-number and the infinities, which never leave an evaluation, are written as null, as JavaScript does.</remarks>
    public string ToJson()
    {
        var json = new StringBuilder();
        Write(json, this);
        return json.ToString();
    }

    /// <summary>Reads JSON that was judged before, such as our own; <see cref="TryFromJson"/> reads anybody's.</summary>
    /// <exception cref="JsonException">Nested deeper than <see cref="DeepestNesting"/>, or half a surrogate pair in a text.</exception>
    public static Value FromJson(JsonElement json) =>
        TryFromJson(json, out var value) ? value : throw new JsonException("Not a value: too deep, or half a surrogate pair.");

    /// <summary>Reads any JSON. Of equal names the last wins; a number beyond a double's range is null, as after a round trip in JavaScript.</summary>
    /// <returns>False when it is nested deeper than <see cref="DeepestNesting"/> or a text holds half a surrogate pair.</returns>
    public static bool TryFromJson(JsonElement json, [NotNullWhen(true)] out Value? value) => (value = Read(json, DeepestNesting)) is not null;

    /// <summary>Reads a JSON text; never throws.</summary>
    /// <returns>False when it is longer than <see cref="LongestJson"/>, is not JSON, or is refused by <see cref="TryFromJson"/>.</returns>
    public static bool TryParseJson(string? text, [NotNullWhen(true)] out Value? value)
    {
        value = null;
        if (text is null || text.Length > LongestJson) return false;
        try
        {
            using var document = JsonDocument.Parse(Surrogates.Repair(text), new JsonDocumentOptions { MaxDepth = DeepestNesting });
            return TryFromJson(document.RootElement, out value);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Value? Read(JsonElement json, int levels) => json.ValueKind switch
    {
        JsonValueKind.String => ReadText(json) is { } text ? Of(text) : null,
        JsonValueKind.Number => json.TryGetDouble(out var number) && double.IsFinite(number) ? Of(number) : Null,
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        JsonValueKind.Array => levels == 0 ? null : ReadList(json, levels - 1),
        JsonValueKind.Object => levels == 0 ? null : ReadMap(json, levels - 1),
        _ => Null,
    };

    private static List? ReadList(JsonElement json, int levels)
    {
        var items = ImmutableArray.CreateBuilder<Value>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            if (Read(element, levels) is not { } item) return null;
            items.Add(item);
        }

        return new List(items.MoveToImmutable());
    }

    private static Map? ReadMap(JsonElement json, int levels)
    {
        var entries = new List<KeyValuePair<string, Value>>();
        foreach (var property in json.EnumerateObject())
        {
            if (ReadName(property) is not { } name || Read(property.Value, levels) is not { } value) return null;
            entries.Add(new(name, value));
        }

        return new Map(entries);
    }

    // The JSON reader finds half a surrogate pair ("\ud800") only when the text is asked for, and then says so by this exception.
    private static string? ReadText(JsonElement json)
    {
        try { return json.GetString(); }
        catch (InvalidOperationException) { return null; }
    }

    private static string? ReadName(JsonProperty property)
    {
        try { return property.Name; }
        catch (InvalidOperationException) { return null; }
    }

    private static void Write(StringBuilder json, Value value)
    {
        switch (value)
        {
            case Text text: WriteText(json, text.Content); break;
            case Number number: json.Append(double.IsFinite(number.Content) ? NumberText.Print(number.Content) : "null"); break;
            case List list: WriteList(json, list); break;
            case Map map: WriteMap(json, map); break;
            default: json.Append(value.AsText()); break;
        }
    }

    private static void WriteList(StringBuilder json, List list)
    {
        json.Append('[');
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (i > 0) json.Append(',');
            Write(json, list.Items[i]);
        }

        json.Append(']');
    }

    private static void WriteMap(StringBuilder json, Map map)
    {
        var separator = "{";
        foreach (var (name, value) in map.Entries)
        {
            json.Append(separator);
            WriteText(json, name);
            json.Append(':');
            Write(json, value);
            separator = ",";
        }

        json.Append(map.Entries.IsEmpty ? "{}" : "}");
    }

    private static void WriteText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            var escape = c switch { '"' => "\\\"", '\\' => @"\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", '\b' => "\\b", '\f' => "\\f", _ => null };
            if (escape is not null) json.Append(escape);
            else if (c < ' ') json.Append("\\u00").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
            else json.Append(c);
        }

        json.Append('"');
    }
}
