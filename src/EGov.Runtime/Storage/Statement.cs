using System.Data;

namespace EGov.Runtime.Storage;

/// <summary>A text prepared once, with numbered parameters <c>$1</c>, <c>$2</c> … and their types.</summary>
internal sealed class Sql(string text, params DbType[] types)
{
    public string Text { get; } = text;

    /// <summary>The same for many rows at once, in PostgreSQL's words: each parameter is an array with one element per row; null when there is none.</summary>
    public string? ForManyRows { get; init; }

    public DbType[] Types { get; } = types;
}

/// <summary>A prepared text and what is to be written: numbers, truths, texts and bytes.</summary>
internal readonly record struct Statement(Sql Sql, object?[] Values);
