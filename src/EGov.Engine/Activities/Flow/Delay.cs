using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Waits for a while of wall-clock time; working days belong to <c>EGov.Deadline</c>.</summary>
public sealed class Delay : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Delay", 1, "Scheduling", "Delay", "Waits for a while.")
        {
            Inputs = [new("timeSpan", "TimeSpan", "singleline", "Time span", "How long, for example 1.00:00:00.") { Default = Value.Of("00:01:00") }],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.Input("timeSpan").ToTimeSpan() is { } span && span >= TimeSpan.Zero && span < TimeSpan.FromDays(36_500)
            ? here.WaitFor(WaitKind.Timer, "", here.Story.Now + span)
            : here.Fault("time-span-invalid", here.Text("timeSpan"));

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) => here.Complete();
}
