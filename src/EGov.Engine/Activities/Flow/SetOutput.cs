using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Gives an output of the workflow a value; inside a workflow used as an activity, an output of that.</summary>
public sealed class SetOutput : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.SetOutput", 1, "Primitives", "Set output", "Gives an output of the workflow a value.")
        {
            Inputs =
            [
                new("outputName", "String", "output-picker", "Output", "Name of the output.") { Required = true },
                new("outputValue", "Object", "singleline", "Value", "The value."),
            ],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.In(Composite.SetOutput(here, here.Text("outputName"), here.Input("outputValue"))).Complete();
}
