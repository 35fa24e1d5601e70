using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using EGov.Engine.Cases;
using EGov.Runtime.Storage;

namespace EGov.Runtime.Supervision;

/// <summary>Reads of a journal entry only what supervision asks for: a year of an office in seconds. What it leaves out changes no card.</summary>
internal static class WatchReader
{
    private static readonly DateTimeOffset Never = DateTimeOffset.MinValue;

    /// <summary>The moment and the facts that matter.</summary>
    /// <exception cref="JsonException">What is kept is no packed entry.</exception>
    public static (DateTimeOffset At, ImmutableArray<CaseEvent> Events) Read(byte[] packed)
    {
        var room = ArrayPool<byte>.Shared.Rent(Math.Max(packed.Length * 12, 4096));
        try
        {
            return BrotliDecoder.TryDecompress(packed, room, out var length) ? Parse(room.AsSpan(0, length)) : Parse(EntryText.Unpack(packed));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static (DateTimeOffset, ImmutableArray<CaseEvent>) Parse(ReadOnlySpan<byte> text)
    {
        var (at, events) = (Never, ImmutableArray.CreateBuilder<CaseEvent>());
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("at"u8))
            {
                reader.Read();
                at = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("events"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                    if (Fact(ref reader) is { } happened) events.Add(happened);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return (at, events.DrainToImmutable());
    }

    /// <summary>A fact, or null when no rule asks for its kind; the reader ends behind it. The kind is always the first field: it was written so.</summary>
    private static CaseEvent? Fact(ref Utf8JsonReader reader)
    {
        var start = reader;
        reader.Read();
        if (!reader.ValueTextEquals("fact"u8)) throw new JsonException("A fact begins with its kind.");
        reader.Read();
        if (reader.ValueTextEquals("activity-entered.1"u8)) return Entered(ref reader);
        if (reader.ValueTextEquals("activity-completed.1"u8)) return Number(ref reader, "instance"u8) is var done ? new ActivityCompleted(done, []) : null;
        if (reader.ValueTextEquals("activity-cancelled.1"u8)) return Number(ref reader, "instance"u8) is var gone ? new ActivityCancelled(gone, default) : null;
        if (reader.ValueTextEquals("notice-asked.1"u8)) return Notice(ref reader);
        if (IsForNobody(reader))
        {
            reader = start;
            reader.Skip();
            return null;
        }

        var happened = JsonSerializer.Deserialize<CaseEvent>(ref start, CaseJson.Options);
        reader = start;
        return happened;
    }

    private static bool IsForNobody(in Utf8JsonReader kind) =>
        kind.ValueTextEquals("paths-taken.1"u8) || kind.ValueTextEquals("paths-forgotten.1"u8) || kind.ValueTextEquals("variable-set.1"u8) || kind.ValueTextEquals("output-set.1"u8)
        || kind.ValueTextEquals("activity-remembered.1"u8) || kind.ValueTextEquals("line-written.1"u8) || kind.ValueTextEquals("document-filed.1"u8) || kind.ValueTextEquals("rung-fired.1"u8)
        || kind.ValueTextEquals("wait-started.1"u8) || kind.ValueTextEquals("work-item-urged.1"u8) || kind.ValueTextEquals("case-named.1"u8) || kind.ValueTextEquals("case-correlated.1"u8)
        || kind.ValueTextEquals("child-case-asked.1"u8) || kind.ValueTextEquals("event-published.1"u8);

    private static ActivityEntered Entered(ref Utf8JsonReader reader)
    {
        var (instance, activity) = (0, "");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isInstance, isActivity) = (reader.ValueTextEquals("instance"u8), reader.ValueTextEquals("activity"u8));
            reader.Read();
            if (isInstance) instance = reader.GetInt32();
            else if (isActivity) activity = reader.GetString()!;
            else reader.Skip();
        }

        return new(instance, 0, 0, new(activity), null);
    }

    private static NoticeAsked Notice(ref Utf8JsonReader reader)
    {
        var to = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isTo = reader.ValueTextEquals("to"u8);
            reader.Read();
            if (isTo) to = reader.GetString()!;
            else reader.Skip();
        }

        return new(new(to), "", ImmutableSortedDictionary<string, string>.Empty);
    }

    private static int Number(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        var number = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMeant = reader.ValueTextEquals(name);
            reader.Read();
            if (isMeant) number = reader.GetInt32();
            else reader.Skip();
        }

        return number;
    }
}
