using System.Globalization;
using EGov.Runtime.Outbox;
using EGov.TestKit.Kannel;
using Xunit.Abstractions;

namespace EGov.Web.Tests.Crashes;

/// <summary>Messages on their way through the real gateway to a telephone network that counts them, while processes are killed.</summary>
public sealed class Sending_through_Kannel(ITestOutputHelper output)
{
    private const int UsualKills = 20;
    private const int MostAnswersPerRun = 40;
    private const int Seed = 20261127;

    /// <summary>Opening a food business licence and the six steps up to its inspection.</summary>
    private const int OrdersOfACase = 7;

    [KannelFact]
    public async Task a_licence_tells_its_applicant_of_every_body_once_although_Kannel_is_killed_on_the_way()
    {
        using var kannel = await KannelRig.StartAsync();
        using var office = new SmsOffice(kannel);
        using (var host = await office.StartAsync())
        {
            var person = new Counterpart("a");
            await person.WorkAsync(host.Address, () => { }, orders: 4);
            await kannel.HasAsync(network => network.Any(message => message.Text.Contains("食品科", StringComparison.Ordinal)));
            kannel.Kill();
            await person.WorkAsync(host.Address, () => { }, orders: OrdersOfACase - 4);
            await kannel.StartDaemonsAsync();
            await kannel.HasAsync(network => Bodies.All(body => network.Any(message => message.Text.Contains(body, StringComparison.Ordinal))));
        }

        var messages = await office.SettleAsync();

        foreach (var message in messages) output.WriteLine($"{SmsOffice.KeyOf(message)} {message.Template} {message.State} report {message.Report} after {message.Attempts} attempts {message.Reason}");
        Assert.All(Bodies, body => Assert.Single(kannel.Received, message => message.Text.Contains(body, StringComparison.Ordinal)));
        Assert.Empty(Doubled(kannel));
        Assert.Contains(messages, message => message is { Template: "party-finished", State: OutboxState.Delivered, Report: 1 });
        Assert.All(messages, message => Assert.True(message.State is OutboxState.Delivered or OutboxState.Sent or OutboxState.Clerk, message.ToString()));
    }

    [KannelFact]
    public async Task loses_nothing_silently_and_sends_nothing_twice_however_often_the_host_is_killed()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("EGOV_KILLS") ?? $"{UsualKills}", CultureInfo.InvariantCulture);
        using var kannel = await KannelRig.StartAsync();
        using var office = new SmsOffice(kannel);
        Counterpart[] people = [new("a"), new("b"), new("c"), new("d")];
        var dice = new Random(Seed);
        for (var kill = 0; kill < kills; kill++) await RunUntilKilledAsync(office, people, dice.Next(1, MostAnswersPerRun));

        var messages = await office.SettleAsync();

        var arrived = kannel.Received.Select(message => message.Key!).Where(key => key is not null).ToHashSet(StringComparer.Ordinal);
        var lost = messages.Where(message => !arrived.Contains(SmsOffice.KeyOf(message)) && message.State != OutboxState.Clerk).ToList();
        var tasks = messages.Where(message => message.State == OutboxState.Clerk).ToList();
        output.WriteLine(
            $"seed {Seed}: {kills} kills, {messages.Count} messages, {arrived.Count} at the network, {messages.Count(message => message.State == OutboxState.Delivered)} reported delivered, "
            + $"{tasks.Count} clerk's tasks ({tasks.Count(message => !arrived.Contains(SmsOffice.KeyOf(message)))} of them never left), {Doubled(kannel).Count} doubled, {lost.Count} lost silently");
        Assert.Empty(Doubled(kannel));
        Assert.Empty(lost);
        Assert.True(arrived.IsSubsetOf(messages.Select(SmsOffice.KeyOf)), "The network got a message that nobody asked for.");
    }

    private static string[] Bodies { get; } = ["食品科", "消防救援大队", "综合行政执法局"];

    /// <summary>Keys that came more than once, however they were tried.</summary>
    private static List<string> Doubled(KannelRig kannel) =>
        [.. kannel.Received.Where(message => message.Key is not null).GroupBy(message => message.Key!).Where(same => same.Count() > 1).Select(same => same.Key)];

    private static async Task RunUntilKilledAsync(SmsOffice office, Counterpart[] people, int answers)
    {
        using var host = await office.StartAsync();
        var left = answers;
        await Task.WhenAll(people.Select(person => person.WorkAsync(host.Address, () =>
        {
            if (Interlocked.Decrement(ref left) == 0) host.Kill();
        })));
        await host.EndAsync();
    }
}
