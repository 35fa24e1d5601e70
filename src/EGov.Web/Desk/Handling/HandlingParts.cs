using EGov.Runtime.Cases;
using EGov.Runtime.Handling;
using EGov.Runtime.Inbox;
using EGov.Web.Desk.ShowDrawing;
using EGov.Web.Documents;
using EGov.Web.Redesign.Compare;
using EGov.Web.Studio.Instances;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Handling;

/// <summary>Puts the page of a case together; only the tab that is looked at is read.</summary>
internal sealed record HandlingParts(HandlingTeller Teller, OpinionDrafts Drafts, DeskNotes Notes, BesideTheCase Beside, CaseOpenings Openings)
{
    /// <summary>The page; with a refusal it is the same page in its newer state, and the text stands where it was typed.</summary>
    public async Task<RazorComponentResult<HandlingPage>> PageAsync(HandlingVisit visit, OpenedCase opened, HandlingView view, PageState state, CancellationToken stop)
    {
        var (words, reader) = (Teller.WordsOf(opened, visit.Officer), visit.Officer);
        var notes = await Notes.OfAsync(opened.File.State.Case, reader.Actor.User, stop);
        var application = notes.Application;
        var shown = Teller.Tell(opened, words, reader, notes) with { Trail = visit.Trail };
        // Only what came since is new: looking again writes nothing.
        if ((notes.OpenedAt is null || notes.OpenedAt < opened.Journal[^1].Entry.At) && reader.WorksOn(opened.File)) await Openings.NoteAsync(reader.Actor.User, shown.Number, isFirst: notes.OpenedAt is null, stop);
        var tab = Enum.TryParse<CaseTab>(view.Tab, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : CaseDocuments.In(opened.Journal).IsEmpty ? CaseTab.Form : CaseTab.Materials;
        return new RazorComponentResult<HandlingPage>(new
        {
            visit.Frame, Case = shown, Tab = tab, state.Refused, state.IsRevealed,
            MayReveal = application is not null && reader.MayReveal(opened.File),
            notes.Draft,
            notes.Phrases,
            Form = tab == CaseTab.Form ? HandlingTeller.FormOf(opened, words, application, state.IsRevealed ? new Sight(SightDepth.Full) : HandlingTeller.SightOf(reader, opened.File)) : [],
            Materials = tab == CaseTab.Materials ? await Teller.MaterialsAsync(opened, words, view.Document, stop) : null,
            Documents = CaseDocuments.In(opened.Journal).Length,
            Letters = tab == CaseTab.Letters ? await Beside.LettersAsync(opened.File, words, reader, stop) : [],
            MayAnswer = reader.PartyIn(opened.File) is not null,
            Related = tab == CaseTab.Related && application is not null ? await Beside.RelatedAsync(shown.Number, application, reader, stop) : [],
            Drawing = tab == CaseTab.Drawing ? DrawingOf(opened, words) : null,
        })
        {
            StatusCode = state.Refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    private static DrawnCase DrawingOf(OpenedCase opened, CaseWords words) =>
        DrawnCase.Of(words.Title, new CompareWords(words.Item, null, opened.File.Workflow), new ShownInstance(opened.File.Workflow, [.. opened.Journal.Select(filed => filed.Entry)]));
}

/// <summary>What has just happened to the page.</summary>
/// <param name="Refused">An act that was refused, or null.</param>
/// <param name="IsRevealed">True when the form is shown in full, once, after it was written down who looked.</param>
internal sealed record PageState(RefusedAct? Refused = null, bool IsRevealed = false);

/// <summary>An act that was refused, with what had been typed.</summary>
/// <param name="WorkItem">On which work item; <see cref="Letter"/> for a letter to the applicant.</param>
/// <param name="Sentence">Why.</param>
/// <param name="Text">The opinion as it was typed.</param>
public sealed record RefusedAct(int WorkItem, string Sentence, string? Text)
{
    public const int Letter = -1;
}
