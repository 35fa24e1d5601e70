using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations.Schema;
using System.Data;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>The statements a row class needs, read off its attributes once; what is written and what the model maps cannot differ.</summary>
internal static class Table<TRow> where TRow : class
{
    private static readonly string Name = typeof(TRow).GetCustomAttribute<TableAttribute>()!.Name;
    private static readonly Column<TRow>[] Columns = [.. typeof(TRow).GetProperties().Select(p => new Column<TRow>(p))];
    private static readonly Column<TRow>[] Keys =
        [.. typeof(TRow).GetCustomAttribute<PrimaryKeyAttribute>()!.PropertyNames.Select(name => Columns.First(c => c.Name == name))];

    /// <summary>One statement for each set of columns that ever changed together; a set is the bits of their places.</summary>
    private static readonly ConcurrentDictionary<uint, (Sql Sql, Column<TRow>[] Columns)> Updates = new();

    private static readonly Sql InsertSql = new($"INSERT INTO \"{Name}\" ({List(Columns)}) VALUES ({Marks(Columns)})", Types(Columns))
    {
        ForManyRows = $"INSERT INTO \"{Name}\" ({List(Columns)}) SELECT * FROM {Rows(Columns)}",
    };

    private static readonly Sql InsertOnceSql = new(
        $"INSERT INTO \"{Name}\" ({List(Columns)}) SELECT {Marks(Columns)} WHERE NOT EXISTS (SELECT 1 FROM \"{Name}\" WHERE {Where(Columns)})", Types(Columns))
    {
        ForManyRows = $"INSERT INTO \"{Name}\" ({List(Columns)}) SELECT * FROM {Rows(Columns)} WHERE NOT EXISTS (SELECT 1 FROM \"{Name}\" AS t WHERE {Same})",
    };

    private static readonly Sql DeleteSql = new($"DELETE FROM \"{Name}\" WHERE {Where(Keys)}", Types(Keys))
    {
        ForManyRows = $"DELETE FROM \"{Name}\" AS t USING {Rows(Keys)} WHERE {Same}",
    };

    private static readonly Sql ClearSql = new($"DELETE FROM \"{Name}\" WHERE \"CaseId\" = $1", DbType.String);

    public static Statement Insert(TRow row) => new(InsertSql, Values(Columns, row));

    public static Statement InsertOnce(TRow row) => new(InsertOnceSql, Values(Columns, row));

    public static Statement Delete(TRow row) => new(DeleteSql, Values(Keys, row));

    public static Statement Clear(string caseId) => new(ClearSql, [caseId]);

    /// <summary>Writes the columns in which a row now differs from what it was; null when there are none.</summary>
    public static Statement? Update(TRow was, TRow now)
    {
        var changed = 0u;
        for (var place = 0; place < Columns.Length; place++)
            if (!Equals(Columns[place].Read(was), Columns[place].Read(now))) changed |= 1u << place;
        if (changed == 0) return null;
        var update = Updates.GetOrAdd(changed, UpdateOf);
        return new(update.Sql, Values(update.Columns, now));
    }

    private static (Sql, Column<TRow>[]) UpdateOf(uint changed)
    {
        Column<TRow>[] changing = [.. Columns.Where((_, place) => (changed & (1u << place)) != 0)], all = [.. changing, .. Keys];
        var sql = new Sql($"UPDATE \"{Name}\" SET {string.Join(", ", changing.Select((c, i) => $"\"{c.Name}\" = {Mark(i)}"))} WHERE {Where(all)}", Types(all))
        {
            ForManyRows = $"UPDATE \"{Name}\" AS t SET {string.Join(", ", changing.Select(c => $"\"{c.Name}\" = u.\"{c.Name}\""))} FROM {Rows(all)} WHERE {Same}",
        };
        return (sql, all);
    }

    private static string List(Column<TRow>[] columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    private static string Marks(Column<TRow>[] columns) => string.Join(", ", columns.Select((_, i) => Mark(i)));

    private static string Mark(int place) => "$" + (place + 1).ToString(CultureInfo.InvariantCulture);

    private static string Where(Column<TRow>[] columns) => string.Join(" AND ", Keys.Select(k => $"\"{k.Name}\" = {Mark(Array.IndexOf(columns, k))}"));

    private static string Same => string.Join(" AND ", Keys.Select(k => $"t.\"{k.Name}\" = u.\"{k.Name}\""));

    private static string Rows(Column<TRow>[] columns) => $"unnest({Marks(columns)}) AS u({List(columns)})";

    private static DbType[] Types(Column<TRow>[] columns) => [.. columns.Select(c => c.Type)];

    private static object?[] Values(Column<TRow>[] columns, TRow row) => Array.ConvertAll(columns, c => c.Read(row));
}

/// <summary>One column of a row class: its name, its type, and how it is read.</summary>
internal sealed class Column<TRow>
{
    public Column(PropertyInfo property)
    {
        Name = property.Name;
        (Type, Read) = Reader(property);
    }

    public string Name { get; }

    public DbType Type { get; }

    /// <summary>The value as the database takes it: instants as milliseconds, days as ISO text.</summary>
    public Func<TRow, object?> Read { get; }

    private static (DbType, Func<TRow, object?>) Reader(PropertyInfo property)
    {
        Func<TRow, T> Get<T>() => property.GetMethod!.CreateDelegate<Func<TRow, T>>();
        if (property.PropertyType == typeof(string)) return (DbType.String, Get<string?>());
        if (property.PropertyType == typeof(byte[])) return (DbType.Binary, Get<byte[]?>());
        if (property.PropertyType == typeof(int)) { var get = Get<int>(); return (DbType.Int32, row => get(row)); }
        if (property.PropertyType == typeof(int?)) { var get = Get<int?>(); return (DbType.Int32, row => get(row)); }
        if (property.PropertyType == typeof(long)) { var get = Get<long>(); return (DbType.Int64, row => get(row)); }
        if (property.PropertyType == typeof(bool)) { var get = Get<bool>(); return (DbType.Boolean, row => get(row)); }
        if (property.PropertyType == typeof(DateTimeOffset)) { var get = Get<DateTimeOffset>(); return (DbType.Int64, row => get(row).ToUnixTimeMilliseconds()); }
        if (property.PropertyType == typeof(DateTimeOffset?)) { var get = Get<DateTimeOffset?>(); return (DbType.Int64, row => get(row)?.ToUnixTimeMilliseconds()); }
        if (property.PropertyType == typeof(DateOnly)) { var get = Get<DateOnly>(); return (DbType.String, row => Iso(get(row))); }
        if (property.PropertyType == typeof(DateOnly?)) { var get = Get<DateOnly?>(); return (DbType.String, row => get(row) is { } day ? Iso(day) : null); }
        throw new NotSupportedException(property.PropertyType.Name);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
