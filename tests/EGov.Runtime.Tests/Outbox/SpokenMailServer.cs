using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>A mail server as the outside world may be: a socket that speaks SMTP, answers each order as it is told to, and keeps what it was given.</summary>
internal sealed class SpokenMailServer : IAsyncDisposable
{
    /// <summary>Instead of an answer it hangs up.</summary>
    public const string HangsUp = "";

    /// <summary>Instead of an answer it says nothing at all.</summary>
    public const string Never = "never";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _serving;

    public SpokenMailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it says to an order other than usual; the first word of the order, <c>connect</c>, or <c>.</c> for the end of a message.</summary>
    public ConcurrentDictionary<string, string> Says { get; } = new(StringComparer.Ordinal);

    /// <summary>The messages it has in full, head and body.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>Every order it was given.</summary>
    public ConcurrentQueue<string> Orders { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Dispose();
        await _serving;
        _closed.Dispose();
    }

    /// <summary>The body of a message as its reader sees it.</summary>
    public static string BodyOf(string message) => Encoding.UTF8.GetString(Convert.FromBase64String(message[(message.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]));

    private async Task ServeAsync()
    {
        var visits = new List<Task>();
        try
        {
            while (true) visits.Add(SpeakAsync(await _listener.AcceptTcpClientAsync(_closed.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(visits);
        }
    }

    private async Task SpeakAsync(TcpClient caller)
    {
        using var _ = caller;
        using var reader = new StreamReader(caller.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(caller.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            if (!await AnswerAsync(writer, "connect", "220 mail.example.org ESMTP")) return;
            while (await reader.ReadLineAsync(_closed.Token) is { } order)
            {
                Orders.Enqueue(order);
                if (order == "DATA" && await AnswerAsync(writer, "DATA", "354 go on")) Messages.Enqueue(await ReadMessageAsync(reader));
                if (!await AnswerAsync(writer, order == "DATA" ? "." : order.Split(' ')[0], UsualTo(order))) return;
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The caller has hung up, or the test is over.
        }
    }

    private static string UsualTo(string order) => order.StartsWith("EHLO", StringComparison.Ordinal) ? "250-mail.example.org\r\n250-8BITMIME\r\n250 AUTH PLAIN" : order == "QUIT" ? "221 bye" : "250 ok";

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_closed.Token) is { } line && line != ".") lines.Add(line);
        return string.Join('\n', lines);
    }

    private async Task<bool> AnswerAsync(StreamWriter writer, string order, string usual)
    {
        var answer = Says.GetValueOrDefault(order, usual);
        if (answer == Never) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _closed.Token);
        if (answer.Length == 0) return false;
        await writer.WriteLineAsync(answer.AsMemory(), _closed.Token);
        return true;
    }
}
