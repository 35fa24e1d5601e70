using EGov.Engine.Definitions;

namespace EGov.Engine.Lab.Comparison;

/// <summary>The four figures a redesign is to bring down (四减), counted from one version alone: no case is looked at.</summary>
/// <param name="Steps">
/// 环节: boxes the office works on along the longest way a case can take from start to end. A way takes one branch of every choice and of every
/// parallel part, goes round no loop twice, and passes into nested drawings. A joint sign-off is one step however many bodies sign; a small flow
/// used as an activity is one step, as it is drawn; what the applicant does himself (supplements) is none.
/// </param>
/// <param name="Materials">材料: what the applicant must hand in himself; null when the version does not say.</param>
/// <param name="WorkingDays">时限: working days promised from acceptance to decision; null when none is promised.</param>
/// <param name="Visits">跑动: how often the applicant must come in person; null when the version does not say.</param>
public sealed record FourCounts(int Steps, int? Materials, int? WorkingDays, int? Visits)
{
    /// <summary>Counts a definition.</summary>
    public static FourCounts Of(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var facts = definition.Facts;
        return new(LongestWay.Steps(definition), facts.Materials?.Length, facts.PromisedLimitInWorkingDays is > 0 and var promised ? promised : null, facts.Visits);
    }
}
