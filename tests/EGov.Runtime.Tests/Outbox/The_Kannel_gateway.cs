using System.Net;
using System.Text;
using EGov.Runtime.Outbox;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>What Kannel is asked, and what counts as its yes; spoken over a real socket.</summary>
public sealed class The_Kannel_gateway
{
    [Fact]
    public void the_request_carries_chinese_and_asks_for_reports()
    {
        using var http = new HttpClient();
        var settings = new SmsSettings { User = "egov", Password = "p&w", From = "12345", ReportUrl = new Uri("http://127.0.0.1:5000/sms/report") };
        var asked = new KannelSmsGateway(http, settings).AddressOf(new("A-1:7", "13800000000", "已受理")).AbsoluteUri;

        Assert.Equal(
            "http://127.0.0.1:13013/cgi-bin/sendsms?username=egov&password=p%26w&from=12345&to=13800000000&coding=2&charset=UTF-8&text=%E5%B7%B2%E5%8F%97%E7%90%86"
            + "&dlr-mask=31&dlr-url=http%3A%2F%2F127.0.0.1%3A5000%2Fsms%2Freport%3Fid%3DA-1%253A7%26status%3D%25d",
            asked);
    }

    [Theory]
    [InlineData(202, "0: Accepted for delivery", true)]
    [InlineData(202, "3: Queued for later delivery", false)]
    [InlineData(403, "Sender missing and no global set, rejected", false)]
    public async Task only_accepted_for_delivery_is_a_yes(int status, string body, bool accepted)
    {
        var port = FreePort();
        var answering = AnswerOnceAsync(port, status, body);
        using var http = new HttpClient();
        var gateway = new KannelSmsGateway(http, new SmsSettings { Url = new Uri($"http://127.0.0.1:{port}/cgi-bin/sendsms") });

        Assert.Equal(accepted, (await gateway.SendAsync(new("A-1:7", "1", "x"), CancellationToken.None)).Accepted);
        await answering;
    }

    [Fact]
    public async Task a_gateway_that_does_not_listen_has_certainly_not_sent_it()
    {
        using var http = new HttpClient();
        var gateway = new KannelSmsGateway(http, new SmsSettings { Url = new Uri($"http://127.0.0.1:{FreePort()}/") });
        Assert.Equal(new SmsAnswer(false, "ConnectionError"), await gateway.SendAsync(new("A-1:7", "1", "x"), CancellationToken.None));
    }

    private static async Task AnswerOnceAsync(int port, int status, string body)
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        var context = await listener.GetContextAsync();
        context.Response.StatusCode = status;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
