using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Asks the outside for a task and waits until it is reported done.</summary>
public sealed class RunTask : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.RunTask", 1, "Primitives", "Run task", "Asks the outside for a task and waits.")
        {
            Inputs =
            [
                new("taskName", "String", "singleline", "Task name", "The name.") { Required = true },
                new("payload", "Object", "dictionary", "Payload", "What travels with it."),
            ],
            Outputs = ["taskId", "result"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var story = here.Bind("taskId", Value.Of(here.Number));
        return here.In(story).WaitFor(WaitKind.Task, here.Text("taskName"));
    }

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) =>
        command is FinishTask done ? here.In(here.Bind("result", done.Result)).Complete() : here.Story;
}
