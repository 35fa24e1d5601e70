using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EGov.Benchmarks;

/// <summary>What the disk and the database allow: one row, one commit, nothing else.</summary>
internal static class RawLimits
{
    private const string Row = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    /// <summary>Commits a second of one row each on SQLite, WAL and synchronous=FULL; callers beyond one wait for the lock in turn.</summary>
    public static double Sqlite(string folder, TimeSpan duration)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS raw(id INTEGER PRIMARY KEY, text TEXT)";
        create.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO raw(text) VALUES ($text)";
        insert.Parameters.AddWithValue("$text", Row);
        insert.Prepare();
        var (commits, watch) = (0L, Stopwatch.StartNew());
        while (watch.Elapsed < duration)
        {
            insert.ExecuteNonQuery();
            commits++;
        }

        return commits / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Commits a second of one row each on PostgreSQL by concurrent callers, prepared statements.</summary>
    public static async Task<double> PostgresAsync(string connectionString, int callers, TimeSpan duration)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Maximum Pool Size=100");
        await using (var create = source.CreateCommand("CREATE TABLE IF NOT EXISTS raw_limit(id BIGSERIAL PRIMARY KEY, text TEXT)")) await create.ExecuteNonQueryAsync();
        var (commits, watch) = (0L, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var insert = new NpgsqlCommand("INSERT INTO raw_limit(text) VALUES ($1)", connection) { Parameters = { new() { Value = Row } } };
            await insert.PrepareAsync();
            while (watch.Elapsed < duration)
            {
                await insert.ExecuteNonQueryAsync();
                Interlocked.Increment(ref commits);
            }
        }));
        return commits / watch.Elapsed.TotalSeconds;
    }
}
