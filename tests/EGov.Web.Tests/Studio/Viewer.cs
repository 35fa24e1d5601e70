using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace EGov.Web.Tests.Studio;

/// <summary>Studio's viewer on the hub, speaking SignalR's JSON protocol by hand: each message ends with a record separator.</summary>
internal sealed class Viewer(WebSocket socket) : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly StringBuilder heard = new();

    public static Uri Address(Office office) => new(office.Server.BaseAddress, "elsa/hubs/workflow-instance");

    public static async Task<Viewer> OpenAsync(Office office, HttpClient officer)
    {
        var browser = office.Server.CreateWebSocketClient();
        browser.ConfigureRequest = request => request.Headers.Authorization = officer.DefaultRequestHeaders.Authorization!.ToString();
        var viewer = new Viewer(await browser.ConnectAsync(Address(office), CancellationToken.None));
        await viewer.SendAsync("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", (await viewer.ReadAsync()).ToJsonString());
        return viewer;
    }

    /// <summary>Asks for news of a case and waits until that was taken; nothing else may have been said before.</summary>
    public async Task ObserveAsync(string number)
    {
        await SendAsync(new JsonObject { ["type"] = 1, ["invocationId"] = "1", ["target"] = "ObserveInstanceAsync", ["arguments"] = new JsonArray(number) }.ToJsonString());
        var answer = await ReadAsync();
        Assert.Equal((3, null), ((int)answer["type"]!, (string?)answer["error"]));
    }

    /// <summary>What is said next, and with what.</summary>
    public async Task<(string Target, JsonNode Argument)> HearAsync()
    {
        var message = await ReadAsync();
        return ((string)message["target"]!, message["arguments"]![0]!);
    }

    public async ValueTask DisposeAsync()
    {
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        socket.Dispose();
    }

    private Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message; SignalR's own pings are not counted.</summary>
    private async Task<JsonNode> ReadAsync()
    {
        while (true)
        {
            if (heard.ToString().IndexOf(End, StringComparison.Ordinal) is var end and >= 0)
            {
                var message = JsonNode.Parse(heard.ToString(0, end))!;
                heard.Remove(0, end + 1);
                if ((int?)message["type"] != 6) return message;
            }
            else
            {
                var buffer = new byte[65_536];
                var got = await socket.ReceiveAsync(buffer, CancellationToken.None);
                heard.Append(Encoding.UTF8.GetString(buffer, 0, got.Count));
            }
        }
    }
}
