using System.Net;
using System.Net.Sockets;
using EGov.Runtime.Outbox;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>What Kannel is asked, and what its answers mean; spoken over a real socket.</summary>
public sealed class The_Kannel_gateway
{
    private static readonly OutgoingMessage Message = new(new(new("A-1"), 7, 2), "13800000000", "已受理");

    [Fact]
    public void the_request_carries_chinese_and_asks_for_sealed_reports()
    {
        var settings = new SmsSettings { User = "egov", Password = "p&w", From = "12345", ReportUrl = new Uri("http://127.0.0.1:5000/sms/report") };
        var asked = Gateway(settings).AddressOf(Message).AbsoluteUri;

        Assert.StartsWith(
            "http://127.0.0.1:13013/cgi-bin/sendsms?username=egov&password=p%26w&from=12345&to=13800000000&coding=2&charset=UTF-8&text=%E5%B7%B2%E5%8F%97%E7%90%86"
            + "&dlr-mask=31&dlr-url=http%3A%2F%2F127.0.0.1%3A5000%2Fsms%2Freport%2FA-1.7.2%3Fstatus%3D%25d%26sig%3D", asked, StringComparison.Ordinal);
        Assert.Contains("text=%5BA-1.7.2%5D%E5%B7%B2", Gateway(settings with { KeyInText = true }).AddressOf(Message).AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(202, "0: Accepted for delivery", Handover.Accepted)]
    [InlineData(202, "3: Queued for later delivery", Handover.Accepted)]
    [InlineData(202, "<html>welcome</html>", Handover.Unknown)]
    [InlineData(200, "0: Accepted for delivery", Handover.Unknown)]
    [InlineData(302, "", Handover.Unknown)]
    [InlineData(400, "Number(s) has/have been denied by white- and/or black-lists.", Handover.WrongAddress)]
    [InlineData(400, "Empty text not allowed, rejected", Handover.Refused)]
    [InlineData(403, "Sender missing and no global set, rejected", Handover.Refused)]
    [InlineData(503, "Temporal failure, try again later.", Handover.Refused)]
    [InlineData(504, "proxy: no answer from upstream", Handover.Unknown)]
    public async Task only_its_own_yes_is_a_yes_and_only_its_own_no_a_no(int status, string body, Handover meant)
    {
        await using var spoken = new SpokenGateway(SpokenGateway.Says(status, body));
        Assert.Equal(meant, (await Gateway(new() { Url = spoken.Address }).SendAsync(Message)).Outcome);
    }

    [Theory]
    [InlineData(SpokenGateway.HangsUp)]
    [InlineData("HTTP/1.1 202 X\r\nContent-Length: 900\r\n\r\n0: Acc")]
    [InlineData("220 mail.example.cn ESMTP\r\n")]
    [InlineData(SpokenGateway.Never)]
    public async Task what_it_leaves_open_is_in_doubt_and_was_asked_once(string answer)
    {
        await using var spoken = new SpokenGateway(answer);
        Assert.Equal(Handover.Unknown, (await Gateway(new() { Url = spoken.Address, TimeoutSeconds = 1 }).SendAsync(Message)).Outcome);
        Assert.Single(spoken.Asked);
    }

    [Fact]
    public async Task an_answer_given_twice_is_heard_once()
    {
        await using var spoken = new SpokenGateway(SpokenGateway.Yes + SpokenGateway.Says(403, "no"));
        var gateway = Gateway(new() { Url = spoken.Address });
        Assert.Equal(Handover.Accepted, (await gateway.SendAsync(Message)).Outcome);
        Assert.Equal(Handover.Accepted, (await gateway.SendAsync(Message)).Outcome);
        Assert.Equal(2, spoken.Asked.Count);
    }

    [Fact]
    public async Task where_nobody_listens_nothing_has_left()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}/");
        taken.Stop();
        Assert.Equal(Handover.Unreachable, (await Gateway(new() { Url = address }).SendAsync(Message)).Outcome);
    }

    private static KannelSmsGateway Gateway(SmsSettings settings) =>
        new(new HttpClient(KannelSmsGateway.NewHandler()), settings, new ReportAddress(new OfficeSecret(new FolderSettings(), Convert.ToBase64String(new byte[32])), settings));
}
