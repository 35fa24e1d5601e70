using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Web.Http;
using EGov.Web.Layout.Flow;
using EGov.Web.Redesign.Compare;
using EGov.Web.Studio.Instances;

namespace EGov.Web.Desk.ShowDrawing;

/// <summary>A case as its drawing shows it.</summary>
/// <param name="Title">The item.</param>
/// <param name="Case">Its number.</param>
/// <param name="Version">Of the definition it opened with.</param>
/// <param name="Status">Open or closed.</param>
/// <param name="Drawing">The picture.</param>
/// <param name="Marks">What was done, where it waits, what faulted.</param>
/// <param name="Steps">What happened, the latest first.</param>
public sealed record DrawnCase(string Title, CaseId Case, int Version, CaseStatus Status, FlowDrawing Drawing, FlowMarks Marks, ImmutableArray<DrawnStep> Steps)
{
    internal static DrawnCase Of(string title, CompareWords words, ShownInstance shown)
    {
        var (workflow, state) = (shown.Workflow, shown.State);
        var drawing = FlowDrawing.Of(workflow, words.Port);
        var marks = shown.History.Runs
            .Select(run => (drawing.Showing(workflow, run.Box.Id)?.Id, Mark: MarkOf(run)))
            .Where(run => run.Id is not null)
            .GroupBy(run => run.Id!.Value, run => run.Mark)
            .ToDictionary(box => box.Key, box => box.MaxBy(mark => Weight.IndexOf(mark.Look))!);
        var steps = from line in shown.History.Lines
                    let run = shown.History.Find(line.Run)
                    where run is not null && !IsFrame(run.Box) && drawing.Showing(workflow, run.Box.Id) is not null
                    select new DrawnStep(line.At, run.Box.TitleHere(), drawing.Showing(workflow, run.Box.Id)!.Number, line.Event, string.Join(Words.Say("flow-and"), OutcomesOf(line, run).Select(words.Port)));
        return new(title, state.Case, state.DefinitionVersion, state.Status, drawing, new(marks, FlowMarks.None.Paths), [.. steps.Reverse()]);
    }

    // A box entered again shows what matters most now.
    private static readonly ImmutableArray<string> Weight = ["gone", "done", "now", "waits", "fault"];

    private static FlowMark MarkOf(ActivityRun run) => run switch
    {
        { Status: RunStatus.Faulted } => new("fault", "!", Words.Say("case-drawing-faulted")),
        { Status: RunStatus.Running, IsBlocked: true } => new("waits", "…", Words.Say("case-drawing-waiting")),
        { Status: RunStatus.Running } => new("now", "▸", Words.Say("case-drawing-running")),
        { Status: RunStatus.Canceled } => new("gone", "−", Words.Say("case-drawing-cancelled")),
        _ => new("done", "✓", Words.Say("case-drawing-finished")),
    };

    // What holds other boxes together and was never named is nothing anybody would look for.
    private static bool IsFrame(ActivityNode box) => box.Children.Length > 0 && box.Title == box.Id.Value;

    private static IEnumerable<string> OutcomesOf(LogLine line, ActivityRun run) => line.Event == "Completed" ? run.Outcomes.Where(outcome => outcome != "Done") : [];
}

/// <summary>One line of what happened.</summary>
/// <param name="At">When.</param>
/// <param name="Box">To which box.</param>
/// <param name="Number">The box in the picture.</param>
/// <param name="Event">Elsa's name of it.</param>
/// <param name="Outcome">With which outcome; empty where that says nothing.</param>
public sealed record DrawnStep(DateTimeOffset At, string Box, int Number, string Event, string Outcome);
