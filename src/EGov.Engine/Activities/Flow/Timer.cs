using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Waits for its interval once; as the start of a workflow it lets the case begin at once.</summary>
public sealed class Timer : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Timer", 1, "Scheduling", "Timer", "Waits for an interval.")
        {
            Inputs = [new("interval", "TimeSpan", "singleline", "Interval", "How long, for example 00:05:00.") { Default = Value.Of("00:01:00") }],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.Input("interval").ToTimeSpan() is { } span && span >= TimeSpan.Zero && span < TimeSpan.FromDays(36_500)
            ? here.WaitFor(WaitKind.Timer, "", here.Story.Now + span)
            : here.Fault("time-span-invalid", here.Text("interval"));

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) => here.Complete();
}
