namespace EGov.Benchmarks;

/// <summary>The front door against the limit of each database, both measured in this run, on this disk, in turns.</summary>
internal static class Comparison
{
    /// <summary>So many pages an order touches; a commit of as many rows in as many tables shows what they cost by themselves.</summary>
    private const int PagesAnOrder = 12;

    public static async IAsyncEnumerable<Figure> OnSqliteAsync(string folder, TimeSpan duration)
    {
        await using var limit = new RawSqlite(folder);
        await using var wide = new RawSqlite(folder, PagesAnOrder);
        yield return await DatabaseFigures.LimitAsync($"sqlite.raw_commits_of_{PagesAnOrder}_pages_per_s", wide, limit, duration);
        await using var host = await BenchHost.OnSqliteAsync(folder);
        var figures = new DatabaseFigures(host);
        foreach (var figure in await figures.FiguresAsync("sqlite", 1, duration, limit)) yield return figure;
        foreach (var figure in await figures.FiguresAsync("sqlite", 64, duration, limit)) yield return figure;
        var before = BenchHost.SqliteBytes(folder);
        var round = await figures.RunAsync(callers: 8, duration / 2);
        yield return new("sqlite.bytes_per_finished_case", (BenchHost.SqliteBytes(folder) - before) / (double)round.Cases, "B");
    }

    public static async IAsyncEnumerable<Figure> OnPostgresAsync(string folder, TimeSpan duration)
    {
        if (Environment.GetEnvironmentVariable("EGOV_POSTGRES") is not { Length: > 0 } server)
        {
            await Console.Error.WriteLineAsync("PostgreSQL figures are left out: EGOV_POSTGRES names no server.");
            yield break;
        }

        await using var limit = new RawPostgres(server + ";Database=postgres", callers: 16);
        await using var host = await BenchHost.OnPostgresAsync(folder, server);
        foreach (var figure in await new DatabaseFigures(host).FiguresAsync("postgres", 16, duration, limit)) yield return figure;
    }
}
