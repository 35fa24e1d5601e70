using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Web.Desk.Trail;

namespace EGov.Web.Desk.Acts;

/// <summary>What an act asks before it is done.</summary>
/// <param name="Case">Number of the case.</param>
/// <param name="Act">Which act.</param>
/// <param name="Work">On which work item; 0 for the case.</param>
/// <param name="Heading">What is about to be done.</param>
/// <param name="About">Of which case and step.</param>
public sealed record ActQuestion(string Case, Act Act, int Work, string Heading, string About)
{
    /// <summary>What it leads to.</summary>
    public string Means { get; init; } = "";

    /// <summary>What may be chosen: targets, parties, clocks; for a decision the one that was made.</summary>
    public ImmutableArray<ActOption> Options { get; init; } = [];

    /// <summary>Officers it may be given to.</summary>
    public ImmutableArray<ActOption> Colleagues { get; init; } = [];

    /// <summary>Other parties it may be given to.</summary>
    public ImmutableArray<ActOption> Parties { get; init; } = [];

    /// <summary>Outcomes an incident may be skipped with.</summary>
    public ImmutableArray<ActOption> Outcomes { get; init; } = [];

    /// <summary>True when there is room for a text.</summary>
    public bool TakesText { get; init; } = true;

    /// <summary>True when it is refused without one.</summary>
    public bool AsksReason { get; init; }

    /// <summary>True when the applicant is told the text.</summary>
    public bool IsTold { get; init; }

    /// <summary>True when the option is settled and only asked about once more.</summary>
    public bool IsSettled { get; init; }

    /// <summary>The list the case was opened from, or null.</summary>
    public CaseTrail? Trail { get; init; }

    public string Address => $"/cases/{Uri.EscapeDataString(Case)}/acts/{Http.Words.Kebab(Act)}{Trail?.Query}";

    public string Back => CaseTrail.AddressOf(new(Case), Trail);
}

/// <summary>One of several.</summary>
public sealed record ActOption(string Value, string Title);
