using System.ComponentModel.DataAnnotations.Schema;
using System.Data;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>A text prepared once, with numbered parameters <c>$1</c>, <c>$2</c> … and their types.</summary>
internal sealed class Sql(string text, params DbType[] types)
{
    public string Text { get; } = text;

    /// <summary>The same for many rows at once, in PostgreSQL's words: each parameter is an array with one element per row; null when there is none.</summary>
    public string? ForManyRows { get; init; }

    public DbType[] Types { get; } = types;
}

/// <summary>A prepared text and what is to be written.</summary>
internal readonly record struct Statement(Sql Sql, object?[] Values);

/// <summary>The four statements a row class needs, read off its attributes once; what is written and what the model maps cannot differ.</summary>
internal static class Table<TRow> where TRow : class
{
    private static readonly string Name = typeof(TRow).GetCustomAttribute<TableAttribute>()!.Name;
    private static readonly Column[] Columns = [.. typeof(TRow).GetProperties().Select(p => new Column(p))];
    private static readonly Column[] Keys =
        [.. typeof(TRow).GetCustomAttribute<PrimaryKeyAttribute>()!.PropertyNames.Select(name => Columns.First(c => c.Name == name))];

    private static readonly Column[] Changing = [.. Columns.Except(Keys).Where(c => !c.IsWrittenOnce)];
    private static readonly Sql InsertSql = new($"INSERT INTO \"{Name}\" ({List(Columns)}) VALUES ({Marks(Columns)})", Types(Columns))
    {
        ForManyRows = $"INSERT INTO \"{Name}\" ({List(Columns)}) SELECT * FROM {Rows(Columns)}",
    };

    private static readonly Sql InsertOnceSql = new(
        $"INSERT INTO \"{Name}\" ({List(Columns)}) SELECT {Marks(Columns)} WHERE NOT EXISTS (SELECT 1 FROM \"{Name}\" WHERE {Where(Columns)})", Types(Columns))
    {
        ForManyRows = $"INSERT INTO \"{Name}\" ({List(Columns)}) SELECT * FROM {Rows(Columns)} WHERE NOT EXISTS (SELECT 1 FROM \"{Name}\" AS t WHERE {Same})",
    };

    private static readonly Sql UpdateSql = new(
        $"UPDATE \"{Name}\" SET {string.Join(", ", Changing.Select((c, i) => c.Assign("", Mark(i))))} WHERE {Where([.. Changing, .. Keys])}", Types([.. Changing, .. Keys]))
    {
        ForManyRows = $"UPDATE \"{Name}\" AS t SET {string.Join(", ", Changing.Select(c => c.Assign("t.", $"u.\"{c.Name}\"")))} FROM {Rows([.. Changing, .. Keys])} WHERE {Same}",
    };

    private static readonly Sql DeleteSql = new($"DELETE FROM \"{Name}\" WHERE {Where(Keys)}", Types(Keys))
    {
        ForManyRows = $"DELETE FROM \"{Name}\" AS t USING {Rows(Keys)} WHERE {Same}",
    };

    private static readonly Sql ClearSql = new($"DELETE FROM \"{Name}\" WHERE \"CaseId\" = $1", DbType.String);

    public static Statement Insert(TRow row) => new(InsertSql, Values(Columns, row));

    public static Statement InsertOnce(TRow row) => new(InsertOnceSql, Values(Columns, row));

    public static Statement Update(TRow row) => new(UpdateSql, Values([.. Changing, .. Keys], row));

    public static Statement Delete(TRow row) => new(DeleteSql, Values(Keys, row));

    public static Statement Clear(string caseId) => new(ClearSql, [caseId]);

    private static string List(Column[] columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    private static string Marks(Column[] columns) => string.Join(", ", columns.Select((_, i) => Mark(i)));

    private static string Mark(int place) => "$" + (place + 1).ToString(CultureInfo.InvariantCulture);

    private static string Where(Column[] columns) => string.Join(" AND ", Keys.Select(k => $"\"{k.Name}\" = {Mark(Array.IndexOf(columns, k))}"));

    private static string Same => string.Join(" AND ", Keys.Select(k => $"t.\"{k.Name}\" = u.\"{k.Name}\""));

    private static string Rows(Column[] columns) => $"unnest({Marks(columns)}) AS u({List(columns)})";

    private static DbType[] Types(Column[] columns) => [.. columns.Select(c => c.Type)];

    private static object?[] Values(Column[] columns, TRow row) => Array.ConvertAll(columns, c => c.Read(row));

    private sealed class Column
    {
        private readonly Func<TRow, object?> _read;
        private readonly bool _isKeptWhenNull;

        public Column(PropertyInfo property)
        {
            Name = property.Name;
            IsWrittenOnce = property.IsDefined(typeof(WrittenOnceAttribute));
            _isKeptWhenNull = property.IsDefined(typeof(KeptWhenNullAttribute));
            (Type, _read) = Reader(property);
        }

        public string Name { get; }

        public DbType Type { get; }

        public bool IsWrittenOnce { get; }

        public object? Read(TRow row) => _read(row);

        public string Assign(string table, string value) =>
            _isKeptWhenNull ? $"\"{Name}\" = COALESCE({value}, {table}\"{Name}\")" : $"\"{Name}\" = {value}";

        private static (DbType, Func<TRow, object?>) Reader(PropertyInfo property)
        {
            Func<TRow, T> Get<T>() => property.GetMethod!.CreateDelegate<Func<TRow, T>>();
            if (property.PropertyType == typeof(string)) return (DbType.String, Get<string?>());
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
}
