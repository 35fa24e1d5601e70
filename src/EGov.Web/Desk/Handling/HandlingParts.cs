using EGov.Runtime.Cases;
using EGov.Web.Desk.ShowDrawing;
using EGov.Web.Documents;
using EGov.Web.Redesign.Compare;
using EGov.Web.Studio.Instances;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Handling;

/// <summary>Puts the page of a case together; only the tab that is looked at is read.</summary>
internal sealed record HandlingParts(HandlingTeller Teller)
{
    /// <summary>The page; with a refusal it is the same page in its newer state, and the text stands where it was typed.</summary>
    public async Task<RazorComponentResult<HandlingPage>> PageAsync(HandlingVisit visit, OpenedCase opened, HandlingView view, RefusedAct? refused, CancellationToken stop)
    {
        var words = Teller.WordsOf(opened);
        var application = await Teller.ApplicationAsync(opened.File.State.Case, stop);
        var shown = await Teller.TellAsync(opened, words, visit.Officer, application, stop);
        var tab = Enum.TryParse<CaseTab>(view.Tab, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : CaseDocuments.In(opened.Journal).IsEmpty ? CaseTab.Form : CaseTab.Materials;
        return new RazorComponentResult<HandlingPage>(new
        {
            visit.Frame, Case = shown, Tab = tab, view.Done, Refused = refused,
            Form = tab == CaseTab.Form ? HandlingTeller.FormOf(opened, words, application, visit.Officer) : [],
            Materials = tab == CaseTab.Materials ? await Teller.MaterialsAsync(opened, words, view.Document, stop) : null,
            Documents = CaseDocuments.In(opened.Journal).Length,
            Drawing = tab == CaseTab.Drawing ? DrawingOf(opened, words) : null,
        })
        {
            StatusCode = refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    private static DrawnCase DrawingOf(OpenedCase opened, CaseWords words) =>
        DrawnCase.Of(words.Title, new CompareWords(words.Item, null, opened.File.Workflow), new ShownInstance(opened.File.Workflow, [.. opened.Journal.Select(filed => filed.Entry)]));
}

/// <summary>An act that was refused, with what had been typed.</summary>
/// <param name="WorkItem">On which work item.</param>
/// <param name="Sentence">Why.</param>
/// <param name="Text">The opinion as it was typed.</param>
public sealed record RefusedAct(int WorkItem, string Sentence, string? Text);
