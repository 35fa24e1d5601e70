using System.Globalization;

namespace EGov.Engine.Definitions.Checks;

/// <summary>The limits of the item.</summary>
internal static class FactChecks
{
    public static IEnumerable<Problem> Check(ItemFacts facts)
    {
        var (statutory, promised) = (facts.StatutoryLimitInWorkingDays, facts.PromisedLimitInWorkingDays);
        (string Name, int Days)[] limits =
        [
            ("statutoryLimitInWorkingDays", statutory), ("promisedLimitInWorkingDays", promised), ("acceptanceLimitInWorkingDays", facts.AcceptanceLimitInWorkingDays),
            ("deliveryLimitInWorkingDays", facts.DeliveryLimitInWorkingDays),
        ];
        foreach (var (name, days) in limits)
            if (days is < 0 or > DefinitionChecks.LongestLimitInWorkingDays) yield return Problem.At(0, 0, null, "limit-out-of-bounds", name, Figure(days));

        // 0 is no limit at all, which a promise cannot exceed.
        if (statutory > 0 && promised > statutory) yield return Problem.At(0, 0, null, "promised-above-statutory", Figure(promised), Figure(statutory));
        if (facts.Visits is < 0 or > DefinitionChecks.MostVisits) yield return Problem.At(0, 0, null, "visits-out-of-bounds", Figure(facts.Visits.Value));
        foreach (var twice in (facts.Materials ?? []).GroupBy(material => material, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return Problem.At(0, 0, null, "material-twice", twice.Key);
        foreach (var problem in Offices(facts)) yield return problem;
    }

    /// <summary>Front and back office are parties of the item, and not the same.</summary>
    private static IEnumerable<Problem> Offices(ItemFacts facts)
    {
        foreach (var party in facts.FrontOffice.Concat(facts.BackOffice is { } back ? [back] : []))
            if (!facts.Parties.Contains(party)) yield return Problem.At(0, 0, null, "party-unknown", "frontOffice", party.Value);
        if (!facts.FrontOffice.IsEmpty && (facts.BackOffice is not { } judge || facts.FrontOffice.Contains(judge))) yield return Problem.At(0, 0, null, "back-office-missing");
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
