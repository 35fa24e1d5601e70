namespace EGov.Engine.Definitions.Expressions;

/// <summary>A variable or an input that an expression names, and where; what the check for unknown names reads.</summary>
/// <param name="Name">The name as written; for the accessor <c>getAmount()</c> it is <c>Amount</c>.</param>
/// <param name="ByAccessor">Written as Elsa's generated accessor, which writes the first letter of a variable in upper case.</param>
/// <param name="Line">Line in the expression, from 1; 0 when the expression is the bare name.</param>
/// <param name="Column">Column in the line, from 1, in UTF-16 units; 0 when the expression is the bare name.</param>
public sealed record Mention(string Name, bool ByAccessor, int Line, int Column)
{
    /// <summary>The other spelling an accessor may stand for: <c>getAmount()</c> reads <c>Amount</c> or else <c>amount</c>.</summary>
    public string? OtherName => ByAccessor && char.IsUpper(Name[0]) ? char.ToLowerInvariant(Name[0]) + Name[1..] : null;

    /// <summary>Whether it means the variable or input declared as <paramref name="declared"/>.</summary>
    public bool Means(string declared) => declared == Name || declared == OtherName;
}
