using System.Collections.Immutable;

namespace EGov.Runtime.People;

/// <summary>What an account may do besides working for its parties. Parties say what work is his; roles say which pages are.</summary>
public static class Roles
{
    /// <summary>领导: sees the boards.</summary>
    public const string Lead = "lead";

    /// <summary>督察: sees reminders and cards.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>审计: proves journals.</summary>
    public const string Auditor = "auditor";

    /// <summary>分析员 of the efficiency office: draws processes and publishes them with a reason.</summary>
    public const string Analyst = "analyst";

    /// <summary>系统管理: accounts, dead letters.</summary>
    public const string Administrator = "administrator";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Lead, Supervisor, Auditor, Analyst, Administrator];
}
