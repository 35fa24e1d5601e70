using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Documents;

/// <summary>What a scanner says of a file.</summary>
internal enum ScanVerdict
{
    /// <summary>Nothing was found, or there is no scanner.</summary>
    Clean,

    /// <summary>Something was found.</summary>
    Infected,

    /// <summary>There is a scanner, and it did not answer as it should: the file is not taken.</summary>
    Unknown,
}

/// <summary>Asks ClamAV's daemon, when there is one, to look through a file before it is kept (command <c>INSTREAM</c> of clamd's protocol).</summary>
internal sealed class VirusScan(ScanSettings settings, ILogger<VirusScan> log)
{
    private const int Chunk = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<ScanVerdict> LookAsync(string path, CancellationToken stop)
    {
        if (Daemon() is not { } daemon) return ScanVerdict.Clean;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            var answer = await AskAsync(daemon, path, patience.Token);
            if (answer == "stream: OK") return ScanVerdict.Clean;
            log.ScannerAnswered(answer);
            return answer.EndsWith(" FOUND", StringComparison.Ordinal) ? ScanVerdict.Infected : ScanVerdict.Unknown;
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            log.ScannerAway(failure);
            return ScanVerdict.Unknown;
        }
    }

    private EndPoint? Daemon() => settings.Clamd switch
    {
        ScanSettings.Off => null,
        null => File.Exists(ScanSettings.UsualSocket) ? new UnixDomainSocketEndPoint(ScanSettings.UsualSocket) : null,
        ['/', ..] path => new UnixDomainSocketEndPoint(path),
        _ => IPEndPoint.Parse(settings.Clamd),
    };

    private static async Task<string> AskAsync(EndPoint daemon, string path, CancellationToken stop)
    {
        using var socket = new Socket(daemon.AddressFamily, SocketType.Stream, daemon.AddressFamily == AddressFamily.Unix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        await socket.ConnectAsync(daemon, stop);
        await using var line = new NetworkStream(socket);
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);
        await using var file = File.OpenRead(path);
        var buffer = new byte[4 + Chunk];
        int read;
        do
        {
            read = await file.ReadAsync(buffer.AsMemory(4), stop);
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await line.WriteAsync(buffer.AsMemory(0, 4 + read), stop); // A chunk of no length ends the stream.
        }
        while (read > 0);

        using var answer = new StreamReader(line, Encoding.ASCII);
        return (await answer.ReadToEndAsync(stop)).TrimEnd('\0', '\n');
    }
}
