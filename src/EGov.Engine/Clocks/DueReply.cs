using EGov.Engine.Definitions;

namespace EGov.Engine.Clocks;

/// <summary>What a <see cref="DueQuery"/> gave: an answer, or the problem that prevents one.</summary>
/// <param name="Answer">Null when there is a problem.</param>
/// <param name="Problem">Null when there is an answer.</param>
public sealed record DueReply(DueAnswer? Answer, Problem? Problem);
