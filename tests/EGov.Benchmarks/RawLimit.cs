using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EGov.Benchmarks;

/// <summary>What the disk and the database allow: one row, one commit, nothing else.</summary>
/// <remarks>Taken in turns with what it limits: a machine that is slow for a while is slow for both.</remarks>
internal interface IRawLimit : IAsyncDisposable
{
    /// <summary>Commits for so long; how many, and in how many seconds.</summary>
    Task<(long Commits, double Seconds)> RunAsync(TimeSpan duration);
}

/// <summary>One row each on SQLite, WAL and synchronous=FULL, or one row in each of several tables; callers beyond one would wait for the file's lock in turn.</summary>
#pragma warning disable CA2100 // The statements hold numbers of tables of ours and nothing else.
internal sealed class RawSqlite : IRawLimit
{
    public const string Row = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand[] _inserts;

    public RawSqlite(string folder, int tables = 1)
    {
        _connection = new($"Data Source={Path.Combine(folder, $"raw{tables}.db")};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
        _inserts = [.. Enumerable.Range(0, tables).Select(Insert)];
    }

    public Task<(long Commits, double Seconds)> RunAsync(TimeSpan duration) => Task.FromResult(Run(duration));

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in _inserts) await insert.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private SqliteCommand Insert(int table)
    {
        Run($"CREATE TABLE raw{table}(id INTEGER PRIMARY KEY, text TEXT)");
        var insert = _connection.CreateCommand();
        insert.CommandText = $"INSERT INTO raw{table}(text) VALUES ($text)";
        insert.Parameters.AddWithValue("$text", Row);
        insert.Prepare();
        return insert;
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private (long Commits, double Seconds) Run(TimeSpan duration)
    {
        var (commits, watch) = (0L, Stopwatch.StartNew());
        while (watch.Elapsed < duration)
        {
            using var all = _inserts.Length > 1 ? _connection.BeginTransaction() : null;
            foreach (var insert in _inserts)
            {
                insert.Transaction = all;
                insert.ExecuteNonQuery();
            }

            all?.Commit();
            commits++;
        }

        return (commits, watch.Elapsed.TotalSeconds);
    }
}

/// <summary>One row each on PostgreSQL by concurrent callers, prepared statements.</summary>
internal sealed class RawPostgres(string connectionString, int callers) : IRawLimit
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString + ";Maximum Pool Size=100");

    public async Task<(long Commits, double Seconds)> RunAsync(TimeSpan duration)
    {
        await using (var create = _source.CreateCommand("CREATE TABLE IF NOT EXISTS raw_limit(id BIGSERIAL PRIMARY KEY, text TEXT)")) await create.ExecuteNonQueryAsync();
        var (commits, watch) = (0L, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            await using var connection = await _source.OpenConnectionAsync();
            await using var insert = new NpgsqlCommand("INSERT INTO raw_limit(text) VALUES ($1)", connection) { Parameters = { new() { Value = RawSqlite.Row } } };
            await insert.PrepareAsync();
            while (watch.Elapsed < duration)
            {
                await insert.ExecuteNonQueryAsync();
                Interlocked.Increment(ref commits);
            }
        }));
        return (commits, watch.Elapsed.TotalSeconds);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
