using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.TestKit.Items;

namespace EGov.Benchmarks;

/// <summary>The orders of one food business licence from application to result: what an office does all day.</summary>
internal static class FoodLicence
{
    /// <summary>The version most cases run on.</summary>
    public const int Version = 2;

    private static readonly ImmutableSortedDictionary<string, Value> Nothing = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);
    private static readonly TextHash Opinion = TextHash.Commit("同意");

    public static WorkflowDefinition Definition { get; } = ItemFolder.Named("food-business-licence").Read(Version).Definition!;

    /// <summary>The application.</summary>
    public static OpenCase Open(CaseId id) =>
        new(Actor.Applicant(new("applicant-" + id)), id, null, Nothing.Add("channel", Value.Of("window")).Add("businessForm", Value.Of("catering")));

    /// <summary>The next order of whoever has work; null when the case is over. Each party's officer takes the first choice.</summary>
    public static CaseCommand? Next(CaseState state)
    {
        foreach (var item in state.WorkItems)
            if (item.IsOpen) return Complete(item, 0);
        return null;
    }

    /// <summary>An officer of the party completes a work item with the choice at this place.</summary>
    public static CompleteWorkItem Complete(WorkItem item, int choice) =>
        new(new Actor(new(item.Party.Value + "-1"), ActorKind.Officer, [item.Party], 6), item.Number, item.Choices[choice], Opinion, Nothing);
}
