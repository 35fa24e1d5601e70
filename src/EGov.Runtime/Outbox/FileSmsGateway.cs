using System.Globalization;
using System.Text;
using System.Text.Json;
using EGov.Engine.Cases;

namespace EGov.Runtime.Outbox;

/// <summary>Writes messages to <c>sms/yyyy-MM-dd.jsonl</c> under the data folder, one JSON line each: for one host without a network, and for notices on pages.</summary>
/// <remarks>A line counts when it is whole. A line that the power cut off is never completed, and its message is written again.</remarks>
public sealed class FileSmsGateway : IMessageGateway
{
    // One for all gateways of the process: hosts in it may share a folder.
    private static readonly SemaphoreSlim Gate = new(1);

    private readonly string _folder;
    private readonly TimeProvider _time;

    /// <summary>A gateway for this data folder.</summary>
    public FileSmsGateway(FolderSettings folders, TimeProvider time) => (_folder, _time) = (Path.Combine(folders.Data, "sms"), time);

    /// <inheritdoc/>
    public string Name => "File";

    /// <inheritdoc/>
    public bool Reports => false;

    /// <inheritdoc/>
    public async Task<GatewayAnswer> SendAsync(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var now = _time.GetUtcNow();
        var line = JsonSerializer.Serialize(new Line(message.Key.Message, now, message.To, message.Text), CaseJson.Options);
        await Gate.WaitAsync();
        try
        {
            Directory.CreateDirectory(_folder);
            Append(Path.Combine(_folder, now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".jsonl"), line);
        }
        finally
        {
            Gate.Release();
        }

        return new(Handover.Accepted, null);
    }

    /// <inheritdoc/>
    public async Task<bool?> HasLeftAsync(MessageKey key, CancellationToken stop)
    {
        if (!Directory.Exists(_folder)) return false;
        foreach (var file in Directory.GetFiles(_folder, "*.jsonl").OrderDescending(StringComparer.Ordinal))
            await foreach (var line in File.ReadLinesAsync(file, stop))
                if (IdOf(line) == key.Message) return true;
        return false;
    }

    private static void Append(string path, string line)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n') file.WriteByte((byte)'\n');
        }

        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }

    private static string? IdOf(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(line, CaseJson.Options)?.Id;
        }
        catch (JsonException)
        {
            return null; // cut off in the middle
        }
    }

    private sealed record Line(string Id, DateTimeOffset At, string To, string Text);
}
