using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Documents;

/// <summary>A stored document.</summary>
/// <param name="Content">SHA-256 of its bytes; what the journal holds.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="MediaType">PDF, PNG or JPEG, by its first bytes, whatever it was called.</param>
/// <param name="Name">What it was called; null when erased.</param>
public sealed record StoredDocument(TextHash Content, long Bytes, string MediaType, string? Name);

/// <summary>Why a document was not taken.</summary>
public enum DocumentRefusal
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is larger than <see cref="DocumentStore.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>It is neither PDF, PNG nor JPEG.</summary>
    KindNotAllowed,

    /// <summary>The scanner found a virus in it.</summary>
    Infected,

    /// <summary>There is a scanner, and it cannot be asked now; the same file may be taken later.</summary>
    NotScanned,
}

/// <summary>A document, or why it was not taken.</summary>
public readonly record struct DocumentReceipt(StoredDocument? Document, DocumentRefusal? Refusal);

/// <summary>Keeps files by their content: the same bytes are kept once, and what is read is what was stored or nothing.</summary>
/// <remarks>
/// A file is written beside its place, looked through, flushed and then moved there, so a place holds a whole file or none. What belongs to an application
/// that was never handed in is kept until its time is over, then forgotten.
/// </remarks>
public sealed class DocumentStore
{
    /// <summary>The largest document: 20 MiB.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int MostForgotten = 500;

    private readonly Database _database;
    private readonly string _folder;
    private readonly VirusScan _scan;
    private readonly TimeProvider _time;

    internal DocumentStore(Database database, FolderSettings folders, VirusScan scan, TimeProvider time) =>
        (_database, _folder, _scan, _time) = (database, Path.Combine(folders.Data, "documents"), scan, time);

    /// <summary>Stores what the stream holds, for good.</summary>
    public Task<DocumentReceipt> SaveAsync(Stream content, string? name, CancellationToken stop = default) => SaveAsync(content, name, null, stop);

    /// <summary>Stores what the stream holds until a moment, unless it is kept for another reason.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="name">What they were called, or null.</param>
    /// <param name="until">When they may be forgotten; null keeps them for good.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<DocumentReceipt> SaveAsync(Stream content, string? name, DateTimeOffset? until, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(_folder);
        var draft = Path.Combine(_folder, Path.GetRandomFileName());
        try
        {
            var (hash, bytes, head) = await CopyAsync(content, draft, stop);
            if (bytes == 0) return new(null, DocumentRefusal.Empty);
            if (bytes > MostBytes) return new(null, DocumentRefusal.TooLarge);
            if (MediaTypes.Of(head) is not { } mediaType) return new(null, DocumentRefusal.KindNotAllowed);
            if (await _scan.LookAsync(draft, stop) is not ScanVerdict.Clean and var verdict)
                return new(null, verdict == ScanVerdict.Infected ? DocumentRefusal.Infected : DocumentRefusal.NotScanned);
            var document = new StoredDocument(hash, bytes, mediaType, Shorten(name));
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);
            File.Move(draft, PathOf(hash), overwrite: true);
            await RegisterAsync(document, until, stop);
            if (!File.Exists(PathOf(hash))) throw new IOException("The document was forgotten while it was handed in again.");
            return new(document, null);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Keeps documents at least until a moment, or for good; those that are kept for good stay so.</summary>
    public async Task KeepAsync(IEnumerable<TextHash> contents, DateTimeOffset? until, CancellationToken stop = default)
    {
        string[] hashes = [.. contents.Select(content => content.Value)];
        await using var context = _database.NewContext();
        await context.Documents.Where(d => hashes.Contains(d.Hash) && d.ExpiresAt != null && (until == null || d.ExpiresAt < until))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.ExpiresAt, until), stop);
    }

    /// <summary>Forgets documents whose time is over.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetLapsedAsync(CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        var lapsed = await context.Documents.AsNoTracking().Where(d => d.ExpiresAt <= now).OrderBy(d => d.ExpiresAt).Select(d => d.Hash).Take(MostForgotten).ToListAsync(stop);
        var forgotten = 0;
        foreach (var hash in lapsed)
        {
            if (await context.Documents.Where(d => d.Hash == hash && d.ExpiresAt <= now).ExecuteDeleteAsync(stop) == 0) continue;
            var (place, aside) = (PathOf(new(hash)), Path.Combine(_folder, Path.GetRandomFileName()));
            if (File.Exists(place)) File.Move(place, aside);
            // Handed in again at this moment: it stays.
            if (await context.Documents.AnyAsync(d => d.Hash == hash, stop) && File.Exists(aside)) File.Move(aside, place, overwrite: true);
            else File.Delete(aside);
            forgotten++;
        }

        return forgotten;
    }

    /// <summary>What is known of a document; null when there is none.</summary>
    public async Task<StoredDocument?> FindAsync(TextHash content, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Documents.AsNoTracking().Where(d => d.Hash == content.Value)
            .Select(d => new StoredDocument(content, d.Bytes, d.MediaType, d.Name)).FirstOrDefaultAsync(stop);
    }

    /// <summary>What is known of these documents; what is not stored is absent.</summary>
    public async Task<ImmutableDictionary<TextHash, StoredDocument>> FindAsync(ImmutableArray<TextHash> contents, CancellationToken stop = default)
    {
        var hashes = contents.Select(content => content.Value).Distinct().ToArray();
        if (hashes.Length == 0) return ImmutableDictionary<TextHash, StoredDocument>.Empty;
        await using var context = _database.NewContext();
        var rows = await context.Documents.AsNoTracking().Where(d => hashes.Contains(d.Hash)).ToListAsync(stop);
        return rows.ToImmutableDictionary(d => new TextHash(d.Hash), d => new StoredDocument(new(d.Hash), d.Bytes, d.MediaType, d.Name));
    }

    /// <summary>The document's bytes; null when there is none, or when the file no longer holds what was stored.</summary>
    public async Task<byte[]?> ReadAsync(TextHash content, CancellationToken stop = default)
    {
        if (content.Value.Length != 64 || !content.Value.All(char.IsAsciiHexDigitLower) || !File.Exists(PathOf(content))) return null;
        var bytes = await File.ReadAllBytesAsync(PathOf(content), stop);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == content.Value ? bytes : null;
    }

    private string PathOf(TextHash content) => Path.Combine(_folder, content.Value[..2], content.Value[2..4], content.Value);

    /// <summary>Copies at most one byte more than allowed, hashing on the way.</summary>
    private static async Task<(TextHash Hash, long Bytes, byte[] Head)> CopyAsync(Stream content, string path, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes, head) = (ArrayPool<byte>.Shared.Rent(81920), 0L, Array.Empty<byte>());
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
            while (bytes <= MostBytes && await content.ReadAtLeastAsync(buffer, 16, throwOnEndOfStream: false, stop) is > 0 and var read)
            {
                if (bytes == 0) head = buffer[..Math.Min(read, 16)];
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
                bytes += read;
            }

            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (new TextHash(Convert.ToHexStringLower(hash.GetHashAndReset())), bytes, head);
    }

    private async Task RegisterAsync(StoredDocument document, DateTimeOffset? until, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        if (await context.Documents.AnyAsync(d => d.Hash == document.Content.Value, stop))
        {
            await KeepAsync([document.Content], until, stop);
            return;
        }

        context.Add(new DocumentRow
        {
            Hash = document.Content.Value, Bytes = document.Bytes, MediaType = document.MediaType, Name = document.Name, StoredAt = _time.GetUtcNow(), ExpiresAt = until,
        });
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (context.Documents.Any(d => d.Hash == document.Content.Value))
        {
            // The same bytes were handed in twice at the same moment; one row is right, kept for the longer time.
            await KeepAsync([document.Content], until, stop);
        }
    }

    private static string? Shorten(string? name) => name is { Length: > 255 } ? name[^255..] : name;
}
