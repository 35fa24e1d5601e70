using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Notices;
using EGov.Runtime.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>Every message leaves once, wherever the power fails and whatever the gateway does.</summary>
public abstract class Sending_messages(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly NewApplication Phone = new("{}", "张三", "resident-id", "1", "13800000000", "web", null);
    private static readonly Actor Clerk = Actor.Officer("clerk", [new PartyId("window")]);

    [ContractFact]
    public async Task a_message_leaves_once()
    {
        await AcceptAsync("A-1");
        Assert.Equal(1, await RoundAsync(Host));
        Assert.Equal(0, await RoundAsync(Host));

        var line = Assert.Single(Sent());
        Assert.Contains("13800000000", line, StringComparison.Ordinal);
        Assert.Contains("A-1", line, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task a_crash_before_the_call_loses_nothing()
    {
        var crashing = await AnotherHostAsync(services => Crash(services, before: true));
        await AcceptAsync("A-1");
        Assert.Equal(0, await RoundAsync(crashing));
        Assert.Equal(OutboxState.Sending, (await MessageAsync()).State);

        Assert.Equal(0, await RoundAsync(Host)); // the lease still runs
        await LetTheLeaseEndAsync();
        Assert.Single(Sent());
        Assert.Equal(OutboxState.Sent, (await MessageAsync()).State);
    }

    [ContractFact]
    public async Task a_crash_after_the_call_sends_nothing_twice()
    {
        var crashing = await AnotherHostAsync(services => Crash(services, before: false));
        await AcceptAsync("A-1");
        Assert.Equal(0, await RoundAsync(crashing));
        Assert.Equal(OutboxState.Sending, (await MessageAsync()).State);

        await LetTheLeaseEndAsync();
        Assert.Single(Sent());
        Assert.Equal(OutboxState.Sent, (await MessageAsync()).State);
    }

    [ContractFact]
    public async Task two_workers_at_once_send_each_message_once()
    {
        var other = await AnotherHostAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => AcceptAsync($"A-{i}")));
        var sent = await Task.WhenAll(RoundAsync(Host), RoundAsync(other));

        Assert.Equal(30, sent.Sum());
        Assert.Equal(30, Sent().Distinct().Count());
        Assert.Equal(30, Sent().Count);
    }

    [ContractFact]
    public async Task what_is_refused_again_and_again_becomes_the_intake_clerks_task()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Says(503, "Temporal failure, try again later."));
        var host = await KannelHostAsync(kannel, ("Sms:MostAttempts", "3"));
        await AcceptAsync("A-1");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await RoundAsync(host);
            Time.Advance(TimeSpan.FromMinutes(30));
        }

        var task = Assert.Single(await TasksAsync());
        Assert.Equal((3, "503 Temporal failure, try again later."), (task.Attempts, task.Reason));
        Assert.Equal(3, kannel.Asked.Count);
        Assert.Single(await Host.Get<NoticeBoard>().PageAsync(NoticeDesks.Of(Clerk), null, 10), notice => notice.Kind == NoticeKinds.MessageUnsettled);

        kannel.Answer = SpokenGateway.Yes;
        Assert.Null(await SettleAsync(UnsettledMessages.Again));
        Assert.Equal(1, await RoundAsync(host));
    }

    [ContractFact]
    public async Task a_gateway_that_is_away_is_asked_once_a_round()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await AnotherHostAsync(null, ("Sms:Gateway", "Kannel"), ("Sms:Url", "http://127.0.0.1:1/"));
        foreach (var number in new[] { "A-1", "A-2", "A-3" }) await AcceptAsync(number);
        await RoundAsync(host);
        Assert.Equal(1, (await Host.Get<MessageBoard>().InStateAsync(OutboxState.Pending, null, 10)).Sum(message => message.Attempts));

        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await RoundAsync(await KannelHostAsync(kannel)));
    }

    [ContractFact]
    public async Task what_is_in_doubt_is_never_sent_again_and_goes_to_a_clerk_when_no_report_comes()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.HangsUp);
        var host = await KannelHostAsync(kannel);
        await AcceptAsync("A-1");
        await RoundAsync(host);
        Assert.Equal(OutboxState.Unknown, (await MessageAsync()).State);
        Time.Advance(TimeSpan.FromHours(2));
        await RoundAsync(host);

        Assert.Equal("no-report", Assert.Single(await TasksAsync()).Reason);
        Assert.Single(kannel.Asked);
        Assert.Equal("message-note-missing", await SettleAsync(UnsettledMessages.Phoned));
        Assert.Equal("message-note", await SettleAsync(UnsettledMessages.Phoned, note: new string('x', UnsettledMessages.LongestNote + 1)));
        Assert.Null(await SettleAsync(UnsettledMessages.Phoned, note: "told at noon"));
        var settled = await MessageAsync();
        Assert.Equal((OutboxState.Settled, Clerk.User, "told at noon"), (settled.State, settled.SettledBy, settled.Note));
    }

    [ContractFact]
    public async Task what_was_accepted_and_never_reported_goes_to_a_clerk_too()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await KannelHostAsync(kannel);
        await AcceptAsync("A-1");
        await RoundAsync(host);
        Assert.Equal(OutboxState.Accepted, (await MessageAsync()).State);
        Time.Advance(TimeSpan.FromHours(2));
        await RoundAsync(host);
        Assert.Single(await TasksAsync());
    }

    [ContractFact]
    public async Task in_quiet_hours_only_files_are_written()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await KannelHostAsync(kannel, ("Sms:QuietFrom", "16:00"), ("Sms:QuietUntil", "18:00"));
        await AcceptAsync("A-1"); // at 17:00
        await RoundAsync(host);
        Assert.Empty(kannel.Asked);
        Time.Advance(TimeSpan.FromHours(1));
        await RoundAsync(host);
        Assert.Single(kannel.Asked);
    }

    [ContractFact]
    public async Task a_wrong_number_is_corrected_by_the_clerk_and_by_nobody_else()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await KannelHostAsync(kannel);
        await AcceptAsync("A-1", Phone with { Phone = "0571-8888" });
        await RoundAsync(host);
        Assert.Empty(kannel.Asked);
        Assert.Equal("number-form", Assert.Single(await TasksAsync()).Reason);

        var board = Host.Get<UnsettledMessages>();
        var number = (await MessageAsync()).EventNumber;
        Assert.Equal("message-not-yours", await board.SettleAsync(Actor.Officer("other", [new PartyId("fire")]), new("A-1"), number, new(UnsettledMessages.Phoned)));
        Assert.Equal("message-number", await SettleAsync(UnsettledMessages.Corrected, "0571-9999"));
        Assert.Equal("message-how", await SettleAsync("forgotten"));
        Assert.Null(await SettleAsync(UnsettledMessages.Corrected, "139 0000 0000"));
        Assert.Equal("message-not-open", await SettleAsync(UnsettledMessages.Phoned));
        await RoundAsync(host);
        Assert.Contains("to=13900000000", Assert.Single(kannel.Asked), StringComparison.Ordinal);
    }

    private async Task AcceptAsync(string number, NewApplication? application = null)
    {
        await Host.OpenAsync(number, application: application ?? Phone);
        await Host.DoneAsync(number, "window", "Accepted");
    }

    private Task<Host> KannelHostAsync(SpokenGateway kannel, params (string, string)[] settings) =>
        AnotherHostAsync(null, [("Sms:Gateway", "Kannel"), ("Sms:Url", kannel.Address.ToString()), ("Sms:ReportUrl", "http://127.0.0.1:5080/sms/report"), ("Sms:TimeoutSeconds", "20"), .. settings]);

    private async Task<IReadOnlyList<MessageEntry>> TasksAsync() => await Host.Get<UnsettledMessages>().OfAsync(Clerk.Parties);

    private async Task<string?> SettleAsync(string how, string? number = null, string? note = null) =>
        await Host.Get<UnsettledMessages>().SettleAsync(Clerk, new("A-1"), (await MessageAsync()).EventNumber, new(how, number, note));

    private static Task<int> RoundAsync(Host host) => host.Get<OutboxWorker>().RunOnceAsync(CancellationToken.None);

    private async Task LetTheLeaseEndAsync()
    {
        for (var round = 0; round < 2; round++)
        {
            Time.Advance(TimeSpan.FromMinutes(3));
            await RoundAsync(Host);
        }
    }

    private async Task<MessageEntry> MessageAsync() => Assert.Single(await Host.Get<MessageBoard>().OfCaseAsync(new("A-1")));

    private List<string> Sent() =>
        Directory.Exists(Path.Combine(Database.Folder, "data", "sms"))
            ? [.. Directory.GetFiles(Path.Combine(Database.Folder, "data", "sms")).SelectMany(File.ReadAllLines)]
            : [];

    private static void Crash(IServiceCollection services, bool before) =>
        services.AddSingleton<IMessageGateway>(p => new Crashing(p.GetRequiredService<FileSmsGateway>(), before));

    /// <summary>The power fails just before or just after the message leaves; nothing after it runs.</summary>
    private sealed class Crashing(FileSmsGateway real, bool before) : IMessageGateway
    {
        public string Name => real.Name;

        public bool Reports => false;

        public async Task<GatewayAnswer> SendAsync(OutgoingMessage message)
        {
            if (!before) await real.SendAsync(message);
            throw new IOException("the power failed");
        }

        public Task<bool?> HasLeftAsync(MessageKey key, CancellationToken stop) => throw new IOException("the power failed");
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Sending_messages_on_Sqlite() : Sending_messages(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Sending_messages_on_Postgres() : Sending_messages(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Sending_messages_on_SqlServer() : Sending_messages(DatabaseProvider.SqlServer);
