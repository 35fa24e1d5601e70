using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities;

/// <summary>What a box on the drawing does. Stateless: one instance serves every case.</summary>
/// <remarks>
/// An activity only talks through its <see cref="ActivityContext"/>: complete with outcomes, open a work item, start a clock, ask for a
/// notice, set a variable, raise a fault. It never sees the database, the time source or another case. To plug one in: one new file that
/// implements this, one line in <see cref="ActivityRegistry"/>, its tests. The events are general, so none has to be added.
/// </remarks>
public interface IActivity
{
    /// <summary>Name, category, inputs and outcomes.</summary>
    ActivityDescriptor Descriptor { get; }

    /// <summary>Its turn came: complete with outcomes, or wait for something.</summary>
    Story Enter(ActivityContext here);

    /// <summary>Something happened to the waiting activity: work was done, a wait or a clock ended, an event arrived.</summary>
    Story Resume(ActivityContext here, CaseCommand command) => here.Story;

    /// <summary>What is wrong with this box in this definition, beyond what descriptors can say.</summary>
    IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow) => [];
}

/// <summary>An activity that contains others.</summary>
public interface IContainer : IActivity
{
    /// <summary>A contained activity completed with these outcomes.</summary>
    Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes);

    /// <summary>A contained activity was cancelled while this one goes on; by default it counts as ended without an outcome.</summary>
    Story ChildCancelled(ActivityContext here, ActivityInstance child) => ChildCompleted(here, child, []);
}

/// <summary>An activity on which officers work.</summary>
public interface IApproval : IActivity
{
    /// <summary>Why this officer may not complete this work item with this choice, or null. Called after the general guards.</summary>
    Refusal? Judge(ActivityContext here, WorkItem item, CompleteWorkItem command) => null;
}
