using System.Collections.Immutable;
using EGov.Engine.Clocks;

namespace EGov.Engine.Definitions;

/// <summary>One version of one administrative item's process (事项流程), read and linked: immutable, ready to run.</summary>
/// <remarks>
/// The text is what Elsa Studio saved, kept byte for byte; everything else is derived from it. Definitions marked usable as an
/// activity are already linked in: their nodes are nodes of this one.
/// </remarks>
public sealed record WorkflowDefinition
{
    /// <summary>The stored text, untouched.</summary>
    public required string Text { get; init; }

    /// <summary>The stable id shared by all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The caption.</summary>
    public required string Name { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Every node in document order; the root is node 0.</summary>
    public required ImmutableArray<ActivityNode> Nodes { get; init; }

    /// <summary>Variables of the whole workflow.</summary>
    public ImmutableArray<VariableDeclaration> Variables { get; init; } = [];

    /// <summary>What a case is given when it opens.</summary>
    public ImmutableArray<Argument> Inputs { get; init; } = [];

    /// <summary>What a case gives back when it closes.</summary>
    public ImmutableArray<Argument> Outputs { get; init; } = [];

    /// <summary>Outcomes when used as an activity.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>True when other definitions may run it as a box (a department's small flow, M047).</summary>
    public bool UsableAsActivity { get; init; }

    /// <summary>True when a fault ends the whole case; by default an officer resolves the incident and the rest goes on.</summary>
    public bool FaultEndsCase { get; init; }

    /// <summary>The item's facts that the engine needs; empty for a plain Elsa workflow.</summary>
    public ItemFacts Facts { get; init; } = ItemFacts.None;

    /// <summary>The working calendar that limits are counted with; handed over by the catalog.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>The root activity.</summary>
    public ActivityNode Root => Nodes[0];

    /// <summary>The node with this activity id, nearest to the root first; null when there is none.</summary>
    public ActivityNode? Find(ActivityId id) => Nodes.FirstOrDefault(node => node.Id == id);
}

/// <summary>Facts of the item a definition belongs to, from its <c>customProperties.egov</c>.</summary>
/// <param name="Item">The item, or null for a plain workflow.</param>
/// <param name="StatutoryLimitInWorkingDays">法定办结时限; 0 when the law sets none.</param>
/// <param name="PromisedLimitInWorkingDays">承诺办结时限; 0 when none is promised. Never above the statutory limit.</param>
/// <param name="AcceptanceLimitInWorkingDays">Days to accept or to ask for supplements, 5 by 行政许可法 art. 32; 0 counts none.</param>
/// <param name="Parties">Every party the process may name.</param>
/// <param name="IncidentParty">Who resolves faults.</param>
/// <param name="ExtensionParty">Who approves an extension of a clock: the head of the body (art. 42 ¶1) or the government (¶2).</param>
public sealed record ItemFacts(
    ItemId? Item,
    int StatutoryLimitInWorkingDays,
    int PromisedLimitInWorkingDays,
    int AcceptanceLimitInWorkingDays,
    ImmutableArray<PartyId> Parties,
    PartyId IncidentParty,
    PartyId ExtensionParty)
{
    /// <summary>The facts of a plain Elsa workflow: no item, no limits, no parties.</summary>
    public static readonly ItemFacts None = new(null, 0, 0, 0, [], new PartyId("administrator"), new PartyId("leader"));

    /// <summary>Codes of the materials an applicant must hand in himself (申请材料); what the office already has or gets from another body is not among them. Null when the definition does not say.</summary>
    public ImmutableArray<string>? Materials { get; init; }

    /// <summary>送达时限: working days to issue and deliver the result after the decision, 10 for a licence (行政许可法 art. 44); 0 counts none.</summary>
    public int DeliveryLimitInWorkingDays { get; init; }

    /// <summary>到办事现场次数: how often the applicant must come in person until he holds the result, 0 to <see cref="DefinitionChecks.MostVisits"/>. Null when the definition does not say.</summary>
    public int? Visits { get; init; }

    /// <summary>前台: parties that take applications in; they accept, ask for supplements and pass on, but neither refuse nor decide.</summary>
    public ImmutableArray<PartyId> FrontOffice { get; init; } = [];

    /// <summary>后台: who judges what the front office would refuse; null when there is no front office.</summary>
    public PartyId? BackOffice { get; init; }
}
