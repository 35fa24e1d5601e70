using System.Collections.Frozen;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>Names that mean something of their own.</summary>
internal static class Words
{
    /// <summary>Names of constants.</summary>
    public static readonly FrozenDictionary<string, Value> Constants = new Dictionary<string, Value>
    {
        ["true"] = Value.True,
        ["false"] = Value.False,
        ["null"] = Value.Null,
        ["undefined"] = Value.Null,
        ["NaN"] = Value.Of(double.NaN),
        ["Infinity"] = Value.Of(double.PositiveInfinity),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>JavaScript that can loop, change something, tell the time, roll dice or reach outside.</summary>
    public static readonly FrozenSet<string> Forbidden = FrozenSet.Create(StringComparer.Ordinal,
        "arguments", "async", "await", "break", "case", "catch", "class", "const", "continue", "crypto", "Date", "debugger", "default", "delete", "do", "else",
        "enum", "eval", "export", "extends", "finally", "for", "function", "Function", "globalThis", "if", "import", "in", "instanceof", "let", "new", "of",
        "Promise", "Proxy", "Reflect", "require", "return", "setInterval", "setTimeout", "static", "super", "switch", "this", "throw", "try", "typeof", "var",
        "void", "while", "with", "yield");

    /// <summary>Functions of Elsa whose names look like accessors of variables; this engine has nothing to answer them with.</summary>
    public static readonly FrozenSet<string> NotAccessors = FrozenSet.Create(StringComparer.Ordinal,
        "getLastResult", "getCorrelationId", "getWorkflowDefinitionId", "getWorkflowDefinitionVersionId", "getWorkflowDefinitionVersion",
        "getWorkflowInstanceId", "getWorkflowInstanceName", "getShortGuid");
}
