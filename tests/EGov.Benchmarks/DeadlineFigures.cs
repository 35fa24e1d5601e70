using System.Diagnostics;
using System.Globalization;
using EGov.Engine;
using EGov.TestKit;
using EGov.TestKit.Clocks;
using Npgsql;

namespace EGov.Benchmarks;

/// <summary>
/// Every case falls due at the same midnight: the five days of acceptance run out in silence, so each is deemed accepted (行政许可法 art. 32). Two hosts on one PostgreSQL
/// find them all when they start, while clerks go on working on both. Meanwhile one message leaves a second; that is the outbox's pace, not the sweep's.
/// </summary>
internal static class DeadlineFigures
{
    public const int UsualCases = 100_000;

    private const int AcceptanceLimitInWorkingDays = 5;
    private const int WantedSeconds = 120;
    private const int WantedMilliseconds = 100;
    private const int Callers = 64;
    private const int Clerks = 10;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public static async IAsyncEnumerable<Figure> AllAsync(string folder, int cases)
    {
        if (Environment.GetEnvironmentVariable("EGOV_POSTGRES") is not { Length: > 0 } server)
        {
            await Console.Error.WriteLineAsync("Nothing is measured: EGOV_POSTGRES names no server.");
            yield break;
        }

        string database;
        await using (var office = await BenchHost.OnPostgresAsync(folder, server, new StandingClock(LastReceiptAlreadyDue())))
        {
            await FileAsync(office, cases);
            database = office.Connection;
        }

        await using var source = NpgsqlDataSource.Create(database);
        (string, string)[] settings =
        [
            ("Database__Provider", "Postgres"), ("Database__ConnectionString", $"{database};Maximum Pool Size=60"), ("Demonstration__Officers", "true"),
            ("Deadlines__SweepSeconds", "1"), ("Sms__MessagesPerSecond", "1"), ("RateLimits__PerAddressAMinute", "10000000"), ("DOTNET_TieredPGO", "1"),
        ];
        using var first = await HostProcess.StartAsync(Sub(folder, "first"), settings);
        using var second = await HostProcess.StartAsync(Sub(folder, "second"), settings);
        var (watch, over) = (Stopwatch.StartNew(), new CancellationTokenSource());
        var clerks = Enumerable.Range(0, Clerks).Select(place => SigningClerk.WorkAsync(place % 2 == 0 ? first.Address : second.Address, over.Token)).ToList();
        while (await CountAsync(source, $"""SELECT count(*) FROM "Cases" WHERE "WakeUpAt" <= {Now()}""") > 0) await Task.Delay(Look, TimeProvider.System);
        var seconds = watch.Elapsed.TotalSeconds;
        await over.CancelAsync();
        double[] milliseconds = [.. (await Task.WhenAll(clerks)).SelectMany(order => order).Order()];

        yield return new("deadlines.seconds", seconds, "s", WantedSeconds);
        yield return new("deadlines.wake_ups_per_s", cases / seconds, "1/s", (double)cases / WantedSeconds);
        const string Silence = """FROM "Rungs" WHERE "Act" = 'Expire' AND "CaseId" LIKE 'D%'""";
        yield return new("deadlines.cases_woken", await CountAsync(source, $"""SELECT count(DISTINCT "CaseId") {Silence}"""), "cases", cases);
        yield return new("deadlines.woken_twice", await CountAsync(source, $"""SELECT count(*) - count(DISTINCT "CaseId") {Silence}"""), "cases");
        yield return new("deadlines.clerks_orders_meanwhile", milliseconds.Length, "orders");
        if (milliseconds.Length == 0) yield break;
        yield return new("deadlines.clerk_ms.p50", milliseconds[milliseconds.Length / 2], "ms");
        yield return new("deadlines.clerk_ms.p95", milliseconds[milliseconds.Length * 95 / 100], "ms", WantedMilliseconds);
    }

    /// <summary>Ten in the morning of the last day whose acceptance period is over by now.</summary>
    private static DateTimeOffset LastReceiptAlreadyDue()
    {
        var calendar = OfficeCalendar.Chinese;
        var received = calendar.DayOf(TimeProvider.System.GetUtcNow());
        while (calendar.EndOf(calendar.AddWorkingDays(received, AcceptanceLimitInWorkingDays)) > TimeProvider.System.GetUtcNow() || !calendar.IsWorking(received)) received = received.AddDays(-1);
        return calendar.StartOf(received).AddHours(10);
    }

    /// <summary>Applications handed in at the window, which wait to be accepted.</summary>
    private static async Task FileAsync(BenchHost office, int cases) =>
        await Parallel.ForAsync(1, cases + 1, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (number, stop) =>
        {
            var id = new CaseId(string.Create(CultureInfo.InvariantCulture, $"D{office.Run}-{number}"));
            var receipt = await office.Desk.HandInAsync(
                new(new($"{id}:0"), id, FoodLicence.Open(id)) { DefinitionId = "food-business-licence", DefinitionVersion = FoodLicence.Version }, stop);
            if (receipt.Refusal is { } refusal) throw new InvalidOperationException($"{id} was refused: {refusal}");
        });

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Sub(string folder, string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private sealed class StandingClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
