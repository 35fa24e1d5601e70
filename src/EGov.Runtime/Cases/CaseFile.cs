using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;

namespace EGov.Runtime.Cases;

/// <summary>A case as it stands now.</summary>
/// <param name="Workflow">The version it opened with and stays on.</param>
/// <param name="State">The fold of its events.</param>
public sealed record CaseFile(WorkflowDefinition Workflow, CaseState State);

/// <summary>A case as it stands now, with all that led there.</summary>
/// <param name="File">The case.</param>
/// <param name="Journal">Every entry, in order.</param>
public sealed record OpenedCase(CaseFile File, ImmutableArray<FiledOrder> Journal);

/// <summary>One entry of the journal as it is stored.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="Entry">Order, moment and events.</param>
/// <param name="Hash">The chain's hash after it.</param>
public sealed record FiledOrder(CommandId Id, JournalEntry Entry, string Hash);
