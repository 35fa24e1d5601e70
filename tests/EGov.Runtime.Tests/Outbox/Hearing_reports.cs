using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Outbox;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>What the gateway reports, in any order and any number.</summary>
public abstract class Hearing_reports(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly NewApplication Phone = new("{}", "张三", "resident-id", "1", "13800000000", "web", null);
    private static readonly Actor Clerk = Actor.Officer("clerk", [new PartyId("window")]);

    [ContractFact]
    public async Task come_to_the_same_whatever_their_order()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await SentAsync(kannel);
        await HearAsync(host, "1", "8", "8", "1", "4");
        var message = await MessageAsync();
        Assert.Equal((OutboxState.Delivered, 1), (message.State, message.Report));
    }

    [ContractFact]
    public async Task settle_what_was_in_doubt()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.HangsUp);
        var host = await SentAsync(kannel);
        Assert.Equal(OutboxState.Unknown, (await MessageAsync()).State);
        await HearAsync(host, "8");
        Assert.Equal(OutboxState.Sent, (await MessageAsync()).State);
        await HearAsync(host, "1");
        Assert.Equal(OutboxState.Delivered, (await MessageAsync()).State);
    }

    [ContractFact]
    public async Task that_come_late_take_the_task_back()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.HangsUp);
        var host = await SentAsync(kannel);
        Time.Advance(TimeSpan.FromHours(3));
        await RoundAsync(host);
        Assert.Single(await Host.Get<UnsettledMessages>().OfAsync(Clerk.Parties));
        await HearAsync(host, "1");
        Assert.Empty(await Host.Get<UnsettledMessages>().OfAsync(Clerk.Parties));
    }

    [ContractFact]
    public async Task of_failure_ask_a_clerk_even_when_another_part_has_arrived()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await SentAsync(kannel);
        await HearAsync(host, "1", "16", "1");
        await RoundAsync(host);
        Assert.Equal("report-16", Assert.Single(await Host.Get<UnsettledMessages>().OfAsync(Clerk.Parties)).Reason);
    }

    [ContractFact]
    public async Task of_what_a_clerk_sent_on_its_way_again_do_not_count_any_more()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await SentAsync(kannel);
        await HearAsync(host, "2");
        await RoundAsync(host);
        await Host.Get<UnsettledMessages>().SettleAsync(Clerk, new("A-1"), (await MessageAsync()).EventNumber, new(UnsettledMessages.Corrected, "13900000000"));
        await HearAsync(host, "1");
        Assert.Equal(OutboxState.Pending, (await MessageAsync()).State);
        await RoundAsync(host);
        await HearAsync(host, "1");
        Assert.Equal((OutboxState.Delivered, 2), ((await MessageAsync()).State, (await MessageAsync()).Attempts));
    }

    [ContractFact]
    public async Task that_are_none_or_not_ours_change_nothing()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await SentAsync(kannel);
        var (reports, seals) = (host.Get<DeliveryReports>(), host.Get<ReportAddress>());
        var key = await KeyAsync();
        var never = key with { Attempt = 2 };
        foreach (var status in new[] { "", "%d", "3", "-1", "1 ", "0x1", "99999999999", null }) Assert.Equal(ReportOutcome.Malformed, await reports.HearAsync(key.ToString(), status, seals.SealOf(key)));
        foreach (var text in new[] { "", "A-1", "A-1.x.1", "A-1.1", "..1", "A-1.-2.1" }) Assert.Equal(ReportOutcome.Malformed, await reports.HearAsync(text, "1", seals.SealOf(key)));
        foreach (var seal in new[] { null, "", "0", seals.SealOf(never), seals.SealOf(key).ToUpperInvariant() }) Assert.Equal(ReportOutcome.UnknownMessage, await reports.HearAsync(key.ToString(), "1", seal));
        Assert.Equal(ReportOutcome.UnknownMessage, await reports.HearAsync(never.ToString(), "1", seals.SealOf(never)));
        Assert.Equal(OutboxState.Accepted, (await MessageAsync()).State);
    }

    private async Task<Host> SentAsync(SpokenGateway kannel)
    {
        var host = await AnotherHostAsync(null, ("Sms:Gateway", "Kannel"), ("Sms:Url", kannel.Address.ToString()), ("Sms:ReportUrl", "http://127.0.0.1:5080/sms/report"));
        await Host.OpenAsync("A-1", application: Phone);
        await Host.DoneAsync("A-1", "window", "Accepted");
        await RoundAsync(host);
        return host;
    }

    private async Task HearAsync(Host host, params string[] statuses)
    {
        var key = await KeyAsync();
        foreach (var status in statuses) Assert.Equal(ReportOutcome.Heard, await host.Get<DeliveryReports>().HearAsync(key.ToString(), status, host.Get<ReportAddress>().SealOf(key)));
    }

    private async Task<MessageKey> KeyAsync()
    {
        var message = await MessageAsync();
        return new(message.Case, message.EventNumber, message.Attempts);
    }

    private async Task<MessageEntry> MessageAsync() => Assert.Single(await Host.Get<MessageBoard>().OfCaseAsync(new("A-1")));

    private static Task<int> RoundAsync(Host host) => host.Get<OutboxWorker>().RunOnceAsync(CancellationToken.None);
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Hearing_reports_on_Sqlite() : Hearing_reports(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Hearing_reports_on_Postgres() : Hearing_reports(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Hearing_reports_on_SqlServer() : Hearing_reports(DatabaseProvider.SqlServer);
