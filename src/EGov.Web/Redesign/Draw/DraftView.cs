using System.Collections.Immutable;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;

namespace EGov.Web.Redesign.Draw;

/// <summary>The version that is drawn on, and what still bars publishing it.</summary>
/// <param name="Latest">The highest version.</param>
/// <param name="InUse">The published one, or null.</param>
/// <param name="Problems">What is wrong with the draft.</param>
/// <param name="Boxes">What its boxes are called.</param>
/// <param name="SavedBy">Who saved it last, by name.</param>
public sealed record DraftView(DefinitionVersion Latest, DefinitionVersion? InUse, ImmutableArray<Problem> Problems, BoxNames Boxes, string SavedBy)
{
    /// <summary>True when there is something to publish, right or not.</summary>
    public bool IsDraft => Latest.State == VersionState.Draft;

    /// <summary>The groups of checks, in the order they are told, with the codes that fail them.</summary>
    public static ImmutableArray<(string Key, ImmutableArray<string> Codes)> Checks { get; } =
    [
        ("check-reach", ["activity-unreachable", "no-way-to-end", "outcome-dangling", "endless-loop", "backward-path-unsound", "connection-twice", "port-unknown", "activity-reference-unknown"]),
        ("check-joins", ["join-never-completes"]),
        ("check-limits", ["promised-above-statutory", "limit-out-of-bounds", "limit-below-one", "visits-out-of-bounds", "material-twice"]),
        ("check-ladders",
        [
            "ladder-too-long", "ladder-too-many", "ladder-bad-when", "ladder-out-of-range", "ladder-bad-act", "ladder-word-too-many", "ladder-item-missing", "ladder-item-unknown",
            "ladder-twice", "ladder-before-start", "ladder-backwards", "ladder-party-unknown", "ladder-without-limit",
        ]),
        ("check-parties", ["party-unknown", "party-twice", "quorum-out-of-bounds"]),
        ("check-names", ["variable-unknown", "input-unknown"]),
        ("check-inputs", ["input-missing", "input-option-unknown", "input-not-constant", "time-span-invalid"]),
    ];

    /// <summary>The groups nothing fails; none while the text cannot be read as a whole.</summary>
    public IEnumerable<string> Passed
    {
        get
        {
            var known = Checks.SelectMany(check => check.Codes).ToHashSet(StringComparer.Ordinal);
            return Problems.Any(problem => !known.Contains(problem.Code)) ? [] : Checks.Where(check => !Problems.Any(problem => check.Codes.Contains(problem.Code))).Select(check => check.Key);
        }
    }
}
