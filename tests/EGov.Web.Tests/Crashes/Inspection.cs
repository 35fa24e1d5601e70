using System.Globalization;
using System.Text.Json;
using EGov.Engine.Cases;
using EGov.Engine.Replay;
using EGov.Runtime;
using EGov.Runtime.Cases;
using EGov.Runtime.Outbox;
using EGov.TestKit.Clocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EGov.Web.Tests.Crashes;

/// <summary>What is on disk after the last crash: journals, views and messages.</summary>
/// <param name="Orders">Every order of a person in any journal, with the version after it.</param>
/// <param name="Notices">The message ids that the journals ask for.</param>
/// <param name="Messages">The message ids that left.</param>
/// <param name="StaleViews">Cases whose line in the register is not of the journal's version.</param>
internal sealed record Inspection(List<Answered> Orders, List<string> Notices, List<string> Messages, List<string> StaleViews)
{
    public static async Task<Inspection> OfAsync(string dataFolder)
    {
        var builder = EGovHost.CreateBuilder([$"--Folders:Data={dataFolder}", "--Folders:Workflows=" + OfficeCalendar.PathOf("workflows")]);
        var time = new FakeTime(TimeProvider.System.GetUtcNow());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        await using var app = builder.Build();
        await app.Services.GetRequiredService<RuntimeStart>().StartAsync(default);
        await SendWhatIsLeftAsync(app.Services.GetRequiredService<OutboxWorker>(), time);

        var found = new Inspection([], [], MessagesIn(dataFolder), []);
        var (register, files) = (app.Services.GetRequiredService<CaseRegister>(), app.Services.GetRequiredService<CaseFiles>());
        for (var page = await register.FindAsync(new() { Take = 1000 }); !page.IsEmpty; page = await register.FindAsync(new() { Skip = found.Orders.Select(o => o.Case).Distinct().Count(), Take = 1000 }))
            foreach (var entry in page) found.Read(entry, await files.HistoryAsync(entry.Case));
        return found;
    }

    private void Read(RegisterEntry entry, IReadOnlyList<FiledOrder> journal)
    {
        foreach (var (id, order, _) in journal)
        {
            if (order.Command.By.Kind != ActorKind.System) Orders.Add(new(id.Value, entry.Case.Value, order.FirstVersion + order.Events.Length));
            for (var place = 0; place < order.Events.Length; place++)
                if (order.Events[place] is NoticeAsked) Notices.Add(string.Create(CultureInfo.InvariantCulture, $"{entry.Case}:{order.FirstVersion + place + 1}"));
        }

        var state = JournalReplay.Fold(journal.SelectMany(order => order.Entry.Events));
        if ((entry.Status, entry.Outcome) != (state.Status, state.Outcome)) StaleViews.Add(entry.Case.Value);
    }

    /// <summary>Leases of the crashed host run out, interrupted messages are tried again.</summary>
    private static async Task SendWhatIsLeftAsync(OutboxWorker outbox, FakeTime time)
    {
        for (var idle = 0; idle < 3; idle++)
        {
            time.Advance(TimeSpan.FromMinutes(10));
            while (await outbox.RunOnceAsync(default) > 0) idle = 0;
        }
    }

    /// <summary>The ids of the messages that left a host with this folder.</summary>
    public static List<string> MessagesIn(string dataFolder) =>
    [
        .. Directory.GetFiles(Directory.CreateDirectory(Path.Combine(dataFolder, "sms")).FullName, "*.jsonl").SelectMany(File.ReadLines).Select(IdOf).OfType<string>(),
    ];

    // A line that the crash cut off does not count; its message is written again.
    private static string? IdOf(string line)
    {
        try { return JsonElement.Parse(line).GetProperty("id").GetString(); }
        catch (JsonException) { return null; }
    }
}
