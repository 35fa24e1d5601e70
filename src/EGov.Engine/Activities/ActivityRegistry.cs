using System.Collections.Frozen;
using System.Collections.Immutable;
using EGov.Engine.Activities.Approval;
using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Activities;

/// <summary>Every activity type a definition may use, by type name and version: the place where an activity is plugged in.</summary>
public sealed class ActivityRegistry
{
    private readonly FrozenDictionary<(string Type, int Version), IActivity> _byType;

    /// <summary>A registry of these activities; a type and version may occur once.</summary>
    public ActivityRegistry(IEnumerable<IActivity> activities)
    {
        All = [.. activities];
        _byType = All.ToFrozenDictionary(a => (a.Descriptor.Type, a.Descriptor.Version));
    }

    /// <summary>Elsa's built-ins and our approval activities.</summary>
    public static ActivityRegistry Standard { get; } = new(
    [
        new Flowchart(), new Start(), new End(), new Finish(), new Complete(), new Fault(),
        new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(),
        new If(), new Switch(), new Sequence(), new While(), new For(), new ForEach(), new Break(), new ParallelForEach(),
        new SetVariable(), new SetName(), new Correlate(), new SetOutput(), new WriteLine(),
        new Delay(), new Flow.Timer(), new Event(), new PublishEvent(), new RunTask(),
        new DispatchWorkflow(), new ExecuteWorkflow(), new NotFoundActivity(),
        new Accept(), new Supplement(), new Review(), new SignOff(), new Consult(), new Decide(),
        new Approval.Deadline(), new SuspendClock(), new SendSms(), new IssueResult(),
    ]);

    /// <summary>All activities, in palette order.</summary>
    public ImmutableArray<IActivity> All { get; }

    /// <summary>The activity of this type and version, or null.</summary>
    public IActivity? Find(string type, int version) => _byType.GetValueOrDefault((type, version));

    /// <summary>True when the type is known in some version.</summary>
    public bool Knows(string type) => All.Any(a => a.Descriptor.Type == type);

    /// <summary>This registry with more activities plugged in.</summary>
    public ActivityRegistry With(params IEnumerable<IActivity> more) => new([.. All, .. more]);
}
