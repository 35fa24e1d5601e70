using System.Net;
using System.Net.Sockets;

namespace EGov.Runtime.Outbox;

/// <summary>Sends through Kannel's <c>sendsms</c>: UCS-2 coding, so that Chinese arrives; 202 with "0: Accepted for delivery" or "3: Queued for later delivery" is the only yes.</summary>
/// <remarks>
/// Kannel knows no message id of ours, so what leaves us twice arrives twice, and it cannot say after a crash whether a message left; its delivery
/// reports can. A request therefore never travels on a connection that was used before and is never repeated by the client below us.
/// </remarks>
public sealed class KannelSmsGateway(HttpClient http, SmsSettings settings, ReportAddress reports) : IMessageGateway
{
    private const int AllReports = 31;

    /// <inheritdoc/>
    public string Name => "Kannel";

    /// <inheritdoc/>
    public bool Reports => settings.ReportUrl is not null;

    /// <inheritdoc/>
    public bool Rings => true;

    /// <inheritdoc/>
    public async Task<GatewayAnswer> SendAsync(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        // An empty body marks the request as begun: without one, the client would send a GET again whose connection broke before an answer.
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(message)) { Content = new ByteArrayContent([]) };
        request.Headers.ConnectionClose = true;
        using var within = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var response = await http.SendAsync(request, within.Token);
            return Judge(response.StatusCode, (await response.Content.ReadAsStringAsync(within.Token)).Trim());
        }
        catch (HttpRequestException away) when (away.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new(Handover.Unreachable, away.HttpRequestError.ToString());
        }
        catch (HttpRequestException broken)
        {
            return new(Handover.Unknown, broken.HttpRequestError.ToString());
        }
        catch (OperationCanceledException)
        {
            return new(Handover.Unknown, "no answer in time");
        }
    }

    /// <inheritdoc/>
    public Task<bool?> HasLeftAsync(MessageKey key, CancellationToken stop) => Task.FromResult<bool?>(null);

    /// <summary>A connection of its own for every request; whoever does not take it within five seconds has been sent nothing.</summary>
    internal static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(TimeSpan.FromSeconds(5));
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, patience.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException)
            {
                socket.Dispose();
                throw;
            }
            catch (OperationCanceledException)
            {
                socket.Dispose();
                stop.ThrowIfCancellationRequested();
                throw new SocketException((int)SocketError.TimedOut);
            }
        },
    };

    /// <summary>The request for a message; Kannel puts the status in place of <c>%d</c>.</summary>
    internal Uri AddressOf(OutgoingMessage message)
    {
        var text = settings.KeyInText ? $"[{message.Key}]{message.Text}" : message.Text;
        List<string> query =
        [
            "username=" + Uri.EscapeDataString(settings.User), "password=" + Uri.EscapeDataString(settings.Password), "from=" + Uri.EscapeDataString(settings.From),
            "to=" + Uri.EscapeDataString(message.To), "coding=2", "charset=UTF-8", "text=" + Uri.EscapeDataString(text),
        ];
        if (reports.Of(message.Key) is { } address) query.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"dlr-mask={AllReports}&dlr-url={Uri.EscapeDataString(address)}"));
        return new Uri($"{settings.Url}?{string.Join('&', query)}");
    }

    /// <summary>What lies between us and Kannel may have passed a message on before it gave up: 502 and 504 are no refusals.</summary>
    private static GatewayAnswer Judge(HttpStatusCode status, string body)
    {
        var said = $"{(int)status} {(body.Length > 100 ? body[..100] : body)}";
        return status switch
        {
            HttpStatusCode.Accepted when body.StartsWith("0:", StringComparison.Ordinal) || body.StartsWith("3:", StringComparison.Ordinal) => new(Handover.Accepted, null),
            HttpStatusCode.BadRequest when body.StartsWith("Number(s)", StringComparison.Ordinal) || body.Contains("'to' field", StringComparison.Ordinal) => new(Handover.WrongAddress, said),
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or < HttpStatusCode.BadRequest => new(Handover.Unknown, said),
            _ => new(Handover.Refused, said),
        };
    }
}
