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
    private static readonly Sql InsertSql = new($"INSERT INTO \"{Name}\" ({List(Columns)}) VALUES ({Marks(Columns)})", Types(Columns));
    private static readonly Sql InsertOnceSql = new(
        $"INSERT INTO \"{Name}\" ({List(Columns)}) SELECT {Marks(Columns)} WHERE NOT EXISTS (SELECT 1 FROM \"{Name}\" WHERE {Where(Columns, 0)})", Types(Columns));

    private static readonly Sql UpdateSql = new(
        $"UPDATE \"{Name}\" SET {string.Join(", ", Changing.Select((c, i) => c.Assign(i + 1)))} WHERE {Where(Keys, Changing.Length)}", Types([.. Changing, .. Keys]));

    private static readonly Sql DeleteSql = new($"DELETE FROM \"{Name}\" WHERE {Where(Keys, 0)}", Types(Keys));
    private static readonly Sql ClearSql = new($"DELETE FROM \"{Name}\" WHERE \"CaseId\" = $1", DbType.String);

    public static Statement Insert(TRow row) => new(InsertSql, Values(Columns, row));

    public static Statement InsertOnce(TRow row) => new(InsertOnceSql, Values(Columns, row));

    public static Statement Update(TRow row) => new(UpdateSql, Values([.. Changing, .. Keys], row));

    public static Statement Delete(TRow row) => new(DeleteSql, Values(Keys, row));

    public static Statement Clear(string caseId) => new(ClearSql, [caseId]);

    private static string List(Column[] columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    private static string Marks(Column[] columns) => string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 1}")));

    /// <summary>The keys' condition; they stand first, in order, in every row class when <paramref name="before"/> is 0.</summary>
    private static string Where(Column[] columns, int before) => string.Join(
        " AND ", Keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"\"{k.Name}\" = ${before + Array.IndexOf(columns, k) + 1}")));

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

        public string Assign(int mark)
        {
            var parameter = "$" + mark.ToString(CultureInfo.InvariantCulture);
            return _isKeptWhenNull ? $"\"{Name}\" = COALESCE({parameter}, \"{Name}\")" : $"\"{Name}\" = {parameter}";
        }

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
