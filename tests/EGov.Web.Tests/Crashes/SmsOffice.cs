using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Outbox;
using EGov.TestKit;
using EGov.TestKit.Clocks;
using EGov.TestKit.Kannel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EGov.Web.Tests.Crashes;

/// <summary>An office that sends its messages through a real Kannel: a folder, an address Kannel reports to, and hosts that come and go.</summary>
internal sealed class SmsOffice(KannelRig kannel) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Uri address = HostProcess.FreeAddress();

    public string Folder { get; } = Directory.CreateTempSubdirectory("egov-sms-").FullName;

    private (string Name, string Value)[] Settings =>
    [
        ("Sms__Gateway", "Kannel"), ("Sms__Url", kannel.SendSms.ToString()), ("Sms__User", "egov"), ("Sms__Password", "only-4-tests"), ("Sms__From", "12345"),
        ("Sms__ReportUrl", new Uri(address, "sms/report").ToString()), ("Sms__KeyInText", "true"), ("Sms__QuietFrom", "00:00"), ("Sms__QuietUntil", "00:00"),
        ("Sms__TimeoutSeconds", "5"), ("Sms__RetrySeconds", "1"), ("Sms__MessagesPerSecond", "1000"), ("RateLimits__PerCaseAMinute", "100000"), ("RateLimits__PerAddressAMinute", "100000"),
    ];

    /// <summary>A process of its own, which can be killed.</summary>
    public Task<HostProcess> StartAsync() => HostProcess.StartAtAsync(address, Folder, Settings);

    /// <summary>Sends what is left from within the test, by a clock of its own, until nothing but clerks' tasks is open; the messages to applicants and where each stands.</summary>
    public async Task<List<MessageEntry>> SettleAsync()
    {
        var builder = EGovHost.CreateBuilder(
            [$"--Folders:Data={Folder}", "--Folders:Workflows=" + OfficeCalendar.PathOf("workflows"), $"--urls={address}", .. Settings.Select(setting => $"--{setting.Name.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}")]);
        var time = new FakeTime(TimeProvider.System.GetUtcNow());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        await using var app = builder.Build();
        using var reports = new SemaphoreSlim(0);
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Request.Path.StartsWithSegments("/sms/report", StringComparison.Ordinal)) reports.Release();
        });
        app.UseEGov();
        await app.StartAsync();
        var (outbox, board) = (app.Services.GetRequiredService<OutboxWorker>(), app.Services.GetRequiredService<MessageBoard>());
        for (var idle = 0; idle < 3; idle++)
        {
            time.Advance(TimeSpan.FromMinutes(10));
            while (await outbox.RunOnceAsync(default) > 0) idle = 0;
        }

        var taken = (await AllAsync(app.Services, board)).Where(message => message.State is OutboxState.Accepted or OutboxState.Sent or OutboxState.Delivered).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        await kannel.HasAsync(network => taken.IsSubsetOf(network.Select(message => message.Key!)));
        // Kannel repeats what no host was there to hear; when it has been silent for a while, nothing more will come.
        while ((await AllAsync(app.Services, board)).Any(message => message.State != OutboxState.Delivered && kannel.Received.Any(got => got.Key == KeyOf(message))) && await reports.WaitAsync(Patience))
        {
            // One more report was heard.
        }

        time.Advance(TimeSpan.FromHours(3));
        await outbox.RunOnceAsync(default);
        var all = await AllAsync(app.Services, board);
        await app.StopAsync();
        return all;
    }

    /// <summary>The key of a message as it stands before its text.</summary>
    public static string KeyOf(MessageEntry message) => $"{message.Case}.{message.EventNumber}";

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<List<MessageEntry>> AllAsync(IServiceProvider services, MessageBoard board)
    {
        var all = new List<MessageEntry>();
        var (register, seen) = (services.GetRequiredService<CaseRegister>(), 0);
        for (var page = await register.FindAsync(new() { Take = 1000 }); !page.IsEmpty; page = await register.FindAsync(new() { Skip = seen, Take = 1000 }))
        {
            seen += page.Length;
            foreach (var entry in page) all.AddRange((await board.OfCaseAsync(entry.Case)).Where(message => message.To == PartyId.Applicant));
        }

        return all;
    }
}
