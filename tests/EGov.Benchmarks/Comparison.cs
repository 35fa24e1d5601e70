namespace EGov.Benchmarks;

/// <summary>The front door against the limit of each database, both measured in this run, on this disk.</summary>
internal static class Comparison
{
    public static async IAsyncEnumerable<Figure> OnSqliteAsync(string folder, TimeSpan duration)
    {
        var raw = RawLimits.Sqlite(folder, duration);
        yield return new("sqlite.raw_commits_per_s", raw, "1/s");
        await using var host = await BenchHost.OnSqliteAsync(folder);
        var figures = new DatabaseFigures(host);
        foreach (var figure in await figures.FiguresAsync("sqlite", 1, duration, raw)) yield return figure;
        foreach (var figure in await figures.FiguresAsync("sqlite", 64, duration, raw)) yield return figure;
        var before = BenchHost.SqliteBytes(folder);
        var (_, _, cases) = await figures.RunAsync(callers: 8, duration / 2);
        yield return new("sqlite.bytes_per_finished_case", (BenchHost.SqliteBytes(folder) - before) / (double)cases, "B");
    }

    public static async IAsyncEnumerable<Figure> OnPostgresAsync(string folder, TimeSpan duration)
    {
        if (Environment.GetEnvironmentVariable("EGOV_POSTGRES") is not { Length: > 0 } server)
        {
            await Console.Error.WriteLineAsync("PostgreSQL figures are left out: EGOV_POSTGRES names no server.");
            yield break;
        }

        var raw = await RawLimits.PostgresAsync(server + ";Database=postgres", callers: 16, duration);
        yield return new("postgres.raw_commits_per_s.16", raw, "1/s");
        await using var host = await BenchHost.OnPostgresAsync(folder, server);
        foreach (var figure in await new DatabaseFigures(host).FiguresAsync("postgres", 16, duration, raw)) yield return figure;
    }
}
