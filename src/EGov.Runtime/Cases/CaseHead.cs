using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Runtime.Cases;

/// <summary>Where a case stands: its state, the hash of its last entry, and the definition it stays on.</summary>
internal sealed record CaseHead(WorkflowDefinition Workflow, CaseState State, string Hash);
