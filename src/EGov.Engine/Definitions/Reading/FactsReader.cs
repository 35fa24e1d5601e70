using System.Collections.Immutable;

namespace EGov.Engine.Definitions.Reading;

/// <summary>The item's facts, which stand in <c>customProperties.egov</c> of the definition.</summary>
internal static class FactsReader
{
    public static ItemFacts Read(Form facts) => new(
        facts.Name("item") is { } item ? new ItemId(item) : null,
        facts.Whole("statutoryLimitInWorkingDays") ?? 0,
        facts.Whole("promisedLimitInWorkingDays") ?? 0,
        facts.Whole("acceptanceLimitInWorkingDays") ?? 0,
        Parties(facts, "parties"),
        facts.Name("incidentParty") is { } incidents ? new PartyId(incidents) : ItemFacts.None.IncidentParty,
        facts.Name("extensionParty") is { } extensions ? new PartyId(extensions) : ItemFacts.None.ExtensionParty)
    {
        Materials = facts.Map.Find("materials") is null ? null : [.. facts.Names("materials")],
        DeliveryLimitInWorkingDays = facts.Whole("deliveryLimitInWorkingDays") ?? 0,
        Visits = facts.Whole("visits"),
        FrontOffice = Parties(facts, "frontOffice"),
        BackOffice = facts.Name("backOffice") is { } backOffice ? new PartyId(backOffice) : null,
    };

    private static ImmutableArray<PartyId> Parties(Form facts, string list) =>
        [.. facts.Names(list).Distinct(StringComparer.Ordinal).Select(party => new PartyId(party))];
}
