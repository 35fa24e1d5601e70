using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Replay;

namespace EGov.Runtime.Storage;

/// <summary>A journal entry as it is written and hashed: id, moment, order and events in one canonical text.</summary>
/// <remarks>The text is hashed as it is and kept packed (Brotli, quality 0): a third of the size for a few microseconds, and fewer pages for every commit.</remarks>
internal sealed record EntryText(CommandId Id, DateTimeOffset At, CaseCommand Command, ImmutableArray<CaseEvent> Events)
{
    private const int Quality = 0;
    private const int Window = 18;

    /// <summary>The text, in UTF-8.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, CaseJson.Options);

    /// <summary>The entry from its packed text.</summary>
    public static EntryText Read(byte[] packed) =>
        JsonSerializer.Deserialize<EntryText>(Unpack(packed), CaseJson.Options) ?? throw new JsonException("An entry is an object.");

    public static byte[] Pack(ReadOnlySpan<byte> text)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(text.Length));
        if (!BrotliEncoder.TryCompress(text, room, out var length, Quality, Window)) throw new InvalidOperationException("A text was not packed.");
        var packed = room.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        return packed;
    }

    /// <exception cref="JsonException">What is kept is no packed text.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        using var text = new MemoryStream(packed.Length * 4);
        try
        {
            using var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            unpacking.CopyTo(text);
        }
        catch (InvalidDataException broken)
        {
            throw new JsonException("The text was damaged.", broken);
        }

        return text.ToArray();
    }

    public JournalEntry ToEntry(int firstVersion) => new(firstVersion, At, Command, Events);

    /// <summary>By what a repeated order is recognised as the same.</summary>
    public static string HashOf(CaseId caseId, CaseCommand command) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(caseId.Value + "\n" + CaseJson.Write(command))));
}
