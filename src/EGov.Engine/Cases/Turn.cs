using System.Collections.Immutable;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>A node that waits to be entered, or a flow that waits to go back to it.</summary>
/// <param name="Parent">The instance it is entered in; 0 for the root.</param>
/// <param name="Node">The node.</param>
/// <param name="Locals">Variables of the run, or null.</param>
/// <param name="Back">What sends the flow back to the node; null when it is simply entered.</param>
internal sealed record Turn(int Parent, int Node, ImmutableSortedDictionary<string, Value>? Locals, StepBack? Back = null);

/// <summary>A box that completed with an outcome whose path leads backward.</summary>
/// <param name="Source">The box.</param>
/// <param name="Outcomes">What it ended with.</param>
internal sealed record StepBack(int Source, ImmutableArray<string> Outcomes);
