using System.Collections.Immutable;
using System.Diagnostics;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio.Instances;

/// <summary>A case in a list; the names are Elsa's. The number is all that names it: a caption may name a person.</summary>
internal record InstanceSummary(string Id, string DefinitionId, int Version, string Status, string SubStatus)
{
    /// <summary>Statuses a case may be looked for by.</summary>
    public static readonly ImmutableArray<CaseStatus> Statuses = [CaseStatus.Open, CaseStatus.Closed, CaseStatus.Withdrawn, CaseStatus.Faulted];

    public InstanceSummary(CaseId number, string definitionId, int version, CaseStatus status)
        : this(number.Value, definitionId, version, StatusOf(status).Status, StatusOf(status).SubStatus)
    {
    }

    public string DefinitionVersionId => DefinitionVersion.IdOf(DefinitionId, Version);

    public string? ParentWorkflowInstanceId { get; init; }

    public bool IsExecuting { get; }

    public string CorrelationId => Id;

    public string Name => Id;

    public int IncidentCount { get; init; }

    public bool IsSystem { get; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Elsa's words for where a case stands. An open one always waits: an act is over before anybody can look.</summary>
    public static (string Status, string SubStatus) StatusOf(CaseStatus status) => status switch
    {
        CaseStatus.Open => ("Running", "Suspended"),
        CaseStatus.Closed => ("Finished", "Finished"),
        CaseStatus.Withdrawn => ("Finished", "Cancelled"),
        CaseStatus.Faulted => ("Finished", "Faulted"),
        _ => throw new UnreachableException(status.ToString()),
    };
}

/// <summary>A case with the state Studio prints to the screen.</summary>
internal sealed record InstanceDetails(InstanceSummary Summary) : InstanceSummary(Summary)
{
    public required object WorkflowState { get; init; }
}
