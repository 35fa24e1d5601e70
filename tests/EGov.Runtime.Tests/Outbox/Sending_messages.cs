using EGov.Runtime.Cases;
using EGov.Runtime.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>Every message leaves once, wherever the power fails.</summary>
public abstract class Sending_messages(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly NewApplication Phone = new("{}", "张三", "resident-id", "1", "13800000000", "web", null);

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
        Assert.Equal("sending", (await MessageAsync()).State);

        Assert.Equal(0, await RoundAsync(Host)); // the lease still runs
        await LetTheLeaseEndAsync();
        Assert.Single(Sent());
        Assert.Equal("sent", (await MessageAsync()).State);
    }

    [ContractFact]
    public async Task a_crash_after_the_call_sends_nothing_twice()
    {
        var crashing = await AnotherHostAsync(services => Crash(services, before: false));
        await AcceptAsync("A-1");
        Assert.Equal(0, await RoundAsync(crashing));
        Assert.Equal("sending", (await MessageAsync()).State);

        await LetTheLeaseEndAsync();
        Assert.Single(Sent());
        Assert.Equal("sent", (await MessageAsync()).State);
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
    public async Task a_message_that_is_refused_again_and_again_becomes_a_clerks_task()
    {
        var refusing = await AnotherHostAsync(services => services.AddSingleton<ISmsGateway>(new Refusing()));
        await AcceptAsync("A-1");
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await RoundAsync(refusing);
            Time.Advance(TimeSpan.FromHours(1));
        }

        var dead = Assert.Single(await Host.Get<MessageBoard>().DeadLettersAsync());
        Assert.Equal((6, "no network"), (dead.Attempts, dead.Error));
        Assert.True(await Host.Get<MessageBoard>().TryAgainAsync(dead.Case, dead.EventNumber));
        Assert.Equal(1, await RoundAsync(Host));
    }

    [ContractFact]
    public async Task a_gateway_that_cannot_tell_leaves_the_choice_to_a_clerk_until_a_report_comes()
    {
        var silent = await AnotherHostAsync(services => services.AddSingleton<ISmsGateway>(new Silent()));
        await AcceptAsync("A-1");
        await RoundAsync(silent);
        Time.Advance(TimeSpan.FromMinutes(3));
        await RoundAsync(silent);
        Assert.Equal("dead", (await MessageAsync()).State);

        var message = await MessageAsync();
        await silent.Get<OutboxWorker>().ReportAsync($"{message.Case}:{message.EventNumber}", 8, CancellationToken.None);
        Assert.Equal("sent", (await MessageAsync()).State);
    }

    private async Task AcceptAsync(string number)
    {
        await Host.OpenAsync(number, application: Phone);
        await Host.DoneAsync(number, "window", "Accepted");
    }

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
        services.AddSingleton<ISmsGateway>(p => new Crashing(p.GetRequiredService<FileSmsGateway>(), before));

    /// <summary>The power fails just before or just after the message leaves; nothing after it runs.</summary>
    private sealed class Crashing(ISmsGateway real, bool before) : ISmsGateway
    {
        public async Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop)
        {
            if (!before) await real.SendAsync(message, stop);
            throw new IOException("the power failed");
        }

        public Task<bool?> HasLeftAsync(string messageId, CancellationToken stop) => throw new IOException("the power failed");
    }

    private sealed class Refusing : ISmsGateway
    {
        public Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop) => Task.FromResult(new SmsAnswer(false, "no network"));

        public Task<bool?> HasLeftAsync(string messageId, CancellationToken stop) => Task.FromResult<bool?>(false);
    }

    private sealed class Silent : ISmsGateway
    {
        public Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop) => throw new TaskCanceledException("no answer");

        public Task<bool?> HasLeftAsync(string messageId, CancellationToken stop) => Task.FromResult<bool?>(null);
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Sending_messages_on_Sqlite() : Sending_messages(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Sending_messages_on_Postgres() : Sending_messages(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Sending_messages_on_SqlServer() : Sending_messages(DatabaseProvider.SqlServer);
