using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Outbox;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>Applicants who chose e-mail, and a mail server that does its worst: the states are those of short messages, and nothing is sent twice.</summary>
public abstract class Sending_mail(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly NewApplication Mail = new("{}", "张三", "resident-id", "1", "13800000000", "web", null) { Email = "zhang@example.com" };
    private static readonly Actor Clerk = Actor.Officer("clerk", [new PartyId("window")]);

    [ContractFact]
    public async Task who_chose_mail_gets_his_message_by_mail_once_and_no_short_message()
    {
        await using var mail = new SpokenMailServer();
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await MailingAsync(mail, ("Sms:Gateway", "Kannel"), ("Sms:Url", kannel.Address.ToString()));
        await AcceptAsync("A-1");
        Assert.Equal(1, await RoundAsync(host));
        Assert.Equal(0, await RoundAsync(host));

        var message = Assert.Single(mail.Messages);
        Assert.Contains("To: <zhang@example.com>", message, StringComparison.Ordinal);
        Assert.Contains("Message-ID: <A-1.", message, StringComparison.Ordinal);
        Assert.Contains("A-1", SpokenMailServer.BodyOf(message), StringComparison.Ordinal);
        Assert.Empty(kannel.Asked);
        var entry = await MessageAsync();
        Assert.Equal((OutboxState.Sent, "Mail", "z***@example.com"), (entry.State, entry.Gateway, entry.MaskedNumber));
    }

    [ContractFact]
    public async Task a_server_that_hangs_up_after_the_message_leaves_a_doubt_and_is_not_asked_again()
    {
        await using var mail = new SpokenMailServer();
        mail.Says["."] = SpokenMailServer.HangsUp;
        var host = await MailingAsync(mail);
        await AcceptAsync("A-1");
        await RoundAsync(host);
        Assert.Equal(OutboxState.Unknown, (await MessageAsync()).State);
        Time.Advance(TimeSpan.FromHours(3));
        await RoundAsync(host);
        await RoundAsync(host);
        Assert.Single(mail.Messages);
        Assert.Equal("no-report", Assert.Single(await TasksAsync()).Reason);
    }

    [ContractFact]
    public async Task what_breaks_off_before_the_message_is_tried_again_and_arrives_once()
    {
        await using var mail = new SpokenMailServer();
        var host = await MailingAsync(mail);
        await AcceptAsync("A-1");
        foreach (var (order, answer) in new[] { ("connect", "554 not today"), ("EHLO", "never heard of it"), ("MAIL", SpokenMailServer.HangsUp), ("RCPT", "451 later"), ("DATA", "421 closing"), (".", "452 full") })
        {
            mail.Says.Clear();
            mail.Says[order] = answer;
            await RoundAsync(host);
            Assert.Equal((order, OutboxState.Pending), (order, (await MessageAsync()).State));
            Time.Advance(TimeSpan.FromHours(1));
        }

        mail.Says.Clear();
        mail.Messages.Clear();
        Assert.Equal(1, await RoundAsync(host));
        Assert.Single(mail.Messages);
        Assert.Equal(7, (await MessageAsync()).Attempts);
    }

    [ContractFact]
    public async Task an_address_nobody_has_becomes_the_clerks_task_and_his_number_takes_its_place()
    {
        await using var mail = new SpokenMailServer();
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        mail.Says["RCPT"] = "550 5.1.1 <zhang@example.com>: no such user, ask 13800000000 or 张三";
        var host = await MailingAsync(mail, ("Sms:Gateway", "Kannel"), ("Sms:Url", kannel.Address.ToString()));
        await AcceptAsync("A-1");
        await RoundAsync(host);
        // What a server repeats of a person is neither kept nor logged.
        Assert.Equal("550 5.1.1 … no such user, ask … or …", Assert.Single(await TasksAsync()).Reason);

        Assert.Null(await Host.Get<UnsettledMessages>().SettleAsync(Clerk, new("A-1"), (await MessageAsync()).EventNumber, new(UnsettledMessages.Corrected, "13900000000")));
        Assert.Equal(1, await RoundAsync(host));
        Assert.Contains("to=13900000000", Assert.Single(kannel.Asked), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task an_address_of_a_wrong_form_is_never_said_to_a_server()
    {
        await using var mail = new SpokenMailServer();
        var host = await MailingAsync(mail);
        await AcceptAsync("A-1", Mail with { Email = "zhang@example.com>\r\nRCPT TO:<all@example.com" });
        await RoundAsync(host);
        Assert.Empty(mail.Orders);
        Assert.Equal("number-form", Assert.Single(await TasksAsync()).Reason);
    }

    [ContractFact]
    public async Task a_server_without_encryption_is_told_neither_password_nor_message()
    {
        await using var mail = new SpokenMailServer();
        var host = await MailingAsync(mail, ("Mail:StartTls", "true"), ("Mail:User", "office"), ("Mail:Password", "only-4-tests"));
        await AcceptAsync("A-1");
        await RoundAsync(host);
        Assert.Equal(["EHLO egov.invalid"], mail.Orders);
        Assert.Equal((OutboxState.Pending, "mail-no-tls"), ((await MessageAsync()).State, (await MessageAsync()).Reason));
    }

    [ContractFact]
    public async Task a_server_that_never_answers_holds_nothing_up_for_longer_than_is_set()
    {
        await using var mail = new SpokenMailServer();
        mail.Says["connect"] = SpokenMailServer.Never;
        var host = await MailingAsync(mail, ("Sms:TimeoutSeconds", "1"));
        await AcceptAsync("A-1");
        Assert.Equal(0, await RoundAsync(host));
        Assert.Equal((OutboxState.Pending, 1), ((await MessageAsync()).State, (await MessageAsync()).Attempts));
    }

    [ContractFact]
    public async Task without_a_mail_server_the_telephone_is_used()
    {
        await using var kannel = new SpokenGateway(SpokenGateway.Yes);
        var host = await AnotherHostAsync(null, ("Sms:Gateway", "Kannel"), ("Sms:Url", kannel.Address.ToString()));
        await AcceptAsync("A-1");
        await RoundAsync(host);
        Assert.Contains("to=13800000000", Assert.Single(kannel.Asked), StringComparison.Ordinal);
    }

    private async Task AcceptAsync(string number, NewApplication? application = null)
    {
        await Host.OpenAsync(number, application: application ?? Mail);
        await Host.DoneAsync(number, "window", "Accepted");
    }

    private Task<Host> MailingAsync(SpokenMailServer mail, params (string, string)[] settings) =>
        AnotherHostAsync(null, [("Mail:Host", "127.0.0.1"), ("Mail:Port", mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Mail:StartTls", "false"), ("Mail:From", "office@example.org"), .. settings]);

    private async Task<IReadOnlyList<MessageEntry>> TasksAsync() => await Host.Get<UnsettledMessages>().OfAsync(Clerk.Parties);

    private static Task<int> RoundAsync(Host host) => host.Get<OutboxWorker>().RunOnceAsync(CancellationToken.None);

    private async Task<MessageEntry> MessageAsync() => Assert.Single(await Host.Get<MessageBoard>().OfCaseAsync(new("A-1")));
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Sending_mail_on_Sqlite() : Sending_mail(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Sending_mail_on_Postgres() : Sending_mail(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Sending_mail_on_SqlServer() : Sending_mail(DatabaseProvider.SqlServer);
