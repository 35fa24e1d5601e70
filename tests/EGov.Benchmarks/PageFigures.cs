using System.Diagnostics;
using System.Globalization;
using EGov.TestKit;
using EGov.TestKit.Clocks;
using Npgsql;

namespace EGov.Benchmarks;

/// <summary>The clerk's pages on a large office: 5,000 officers, as many open cases as are asked for, twenty of the officers at work at the same time: first each with a page a second, then without any pause.</summary>
internal static class PageFigures
{
    public const int UsualCases = 200_000;

    private const int Officers = 5_000;
    private const int Users = 20;
    private const int WantedMilliseconds = 150;
    private const int MostQueries = 8;
    private static readonly TimeSpan APageASecond = TimeSpan.FromSeconds(1);

    public static async IAsyncEnumerable<Figure> OnSqliteAsync(string folder, int cases, TimeSpan duration)
    {
        await foreach (var figure in MeasureAsync("sqlite", folder, cases, duration, [], () => Task.CompletedTask)) yield return figure;
    }

    public static async IAsyncEnumerable<Figure> OnPostgresAsync(string folder, int cases, TimeSpan duration)
    {
        if (Environment.GetEnvironmentVariable("EGOV_POSTGRES") is not { Length: > 0 } server)
        {
            await Console.Error.WriteLineAsync("PostgreSQL figures are left out: EGOV_POSTGRES names no server.");
            yield break;
        }

        var name = "egov_pages_" + Guid.NewGuid().ToString("N")[..8];
        await ExecuteAsync(server + ";Database=postgres", $"CREATE DATABASE {name}");
        var database = $"{server};Database={name}";
        (string, string)[] settings = [("Database__Provider", "Postgres"), ("Database__ConnectionString", $"{database};Maximum Pool Size=40")];
        // What autovacuum does within minutes of so many rows.
        await foreach (var figure in MeasureAsync("postgres", folder, cases, duration, settings, () => ExecuteAsync(database, "ANALYZE"))) yield return figure;
        await ExecuteAsync(server + ";Database=postgres", $"DROP DATABASE {name} WITH (FORCE)");
    }

    private static async IAsyncEnumerable<Figure> MeasureAsync(string database, string root, int cases, TimeSpan duration, (string Name, string Value)[] settings, Func<Task> afterwards)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, database)).FullName;
        var begun = Stopwatch.GetTimestamp();
        await RunAsync(folder, settings, "seed", "--cases", $"{cases}", "--officers", $"{Officers}");
        await afterwards();
        await RunAsync(folder, settings, "supervise"); // An office that opened all its cases this minute has a year's cards to raise first.
        yield return new($"{database}.seed_and_first_round_of_{cases}_cases_s", Stopwatch.GetElapsedTime(begun).TotalSeconds, "s");

        using var host = await HostProcess.StartAsync(folder, [.. settings, ("CountQueries", "true"), ("RateLimits__PerAddressAMinute", "10000000"), ("Deadlines__SweepSeconds", "3600"), ("DOTNET_TieredPGO", "1")]);
        var clerks = await ClerksAsync(host.Address);
        await AllAsync(clerks, duration / 2, TimeSpan.Zero); // The first rounds are the compiler's and the cache's.
        foreach (var page in await AllAsync(clerks, duration, APageASecond))
        {
            yield return new($"{database}.{page.Key}.ms.p50", Percentile(page, 50), "ms");
            yield return new($"{database}.{page.Key}.ms.p95", Percentile(page, 95), "ms", WantedMilliseconds);
            yield return new($"{database}.{page.Key}.queries_at_most", page.Max(visit => visit.Queries), "queries", MostQueries);
        }

        var pages = await AllAsync(clerks, duration, TimeSpan.Zero);
        yield return new($"{database}.pages_per_s_without_pause", pages.Sum(page => page.Count()) / duration.TotalSeconds, "1/s");
        foreach (var page in pages) yield return new($"{database}.{page.Key}.ms.p95_without_pause", Percentile(page, 95), "ms", WantedMilliseconds);
        foreach (var clerk in clerks) clerk.Dispose();
    }

    private static async Task<IGrouping<string, PageVisit>[]> AllAsync(List<Clerk> clerks, TimeSpan duration, TimeSpan pace) =>
        [.. (await Task.WhenAll(clerks.Select(clerk => clerk.WorkAsync(duration, pace)))).SelectMany(visit => visit).GroupBy(visit => visit.Page).OrderBy(page => page.Key, StringComparer.Ordinal)];

    private static double Percentile(IEnumerable<PageVisit> visits, int percent)
    {
        double[] milliseconds = [.. visits.Select(visit => visit.Milliseconds).Order()];
        return milliseconds[milliseconds.Length * percent / 100];
    }

    /// <summary>The first twenty whose desks are not empty: some posts are for what happens seldom.</summary>
    private static async Task<List<Clerk>> ClerksAsync(Uri address)
    {
        var clerks = new List<Clerk>();
        for (var number = 1; clerks.Count < Users && number <= Officers; number++)
        {
            var clerk = await Clerk.SignInAsync(address, string.Create(CultureInfo.InvariantCulture, $"officer-{number:D5}"));
            if (clerk.HasWork) clerks.Add(clerk);
            else clerk.Dispose();
        }

        return clerks;
    }

    private static async Task RunAsync(string folder, (string Name, string Value)[] settings, string command, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EGov.Web.dll"), command, "--data", folder, .. options]) { WorkingDirectory = folder };
        start.Environment["Folders__Workflows"] = OfficeCalendar.PathOf("workflows");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line) await Console.Error.WriteLineAsync(line);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} failed.");
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
