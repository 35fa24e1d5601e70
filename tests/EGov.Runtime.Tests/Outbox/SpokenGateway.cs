using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>A gateway as the outside world may be: a socket that answers each request as it is told to, and remembers what it was asked.</summary>
internal sealed class SpokenGateway : IAsyncDisposable
{
    /// <summary>It hangs up without a word.</summary>
    public const string HangsUp = "";

    /// <summary>It listens and never answers.</summary>
    public const string Never = "never";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly Task _serving;

    public SpokenGateway(string answer)
    {
        Answer = answer;
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/cgi-bin/sendsms");
        _serving = ServeAsync();
    }

    /// <summary>Kannel's yes.</summary>
    public static string Yes { get; } = Says(202, "0: Accepted for delivery");

    public Uri Address { get; }

    /// <summary>What it says next, octet for octet.</summary>
    public string Answer { get; set; }

    /// <summary>The first line of every request that came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static string Says(int status, string body) => $"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Dispose();
        await _serving;
        _closed.Dispose();
    }

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
        using var reader = new StreamReader(caller.GetStream(), Encoding.ASCII);
        try
        {
            if (await reader.ReadLineAsync(_closed.Token) is not { } first) return;
            while (await reader.ReadLineAsync(_closed.Token) is { Length: > 0 })
            {
                // the head ends with an empty line
            }

            Asked.Enqueue(first);
            if (Answer == Never) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _closed.Token);
            await caller.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Answer), _closed.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The caller has hung up, or the test is over.
        }
    }
}
