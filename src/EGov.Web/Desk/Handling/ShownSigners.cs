using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Activities.Approval;
using EGov.Engine.Cases;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Desk.Handling;

/// <summary>The bodies that work at the same time: those of an open sign-off with whatever runs beside it, else those of the last sign-off there was.</summary>
internal sealed class ShownSigners(CaseWords words, CaseStory story, DateOnly today)
{
    private readonly CaseState _state = words.File.State;

    public ImmutableArray<ShownSigner> List()
    {
        var beside = _state.WorkItems.Where(item => item.Kind is WorkKind.Task or WorkKind.Signature).ToList();
        if (beside.Count > 1) return [.. beside.Select(Show).OrderByDescending(signer => signer.Look == "is-late")];
        var last = _state.Runs.Where(run => !run.Value.IsUndone && words.File.Workflow.Nodes[run.Key].Behaviour is SignOff).OrderByDescending(run => run.Value.Instance).FirstOrDefault();
        return last.Value is { } signed ? [.. signed.Signatures.Select(signature => Done(signature.WorkItem, signature.Party, signature.By, signature.Choice))] : [];
    }

    private ShownSigner Show(WorkItem item)
    {
        if (item.CompletedBy is { } by) return Done(item.Number, item.Party, by, item.Choice ?? "");
        var clock = _state.Clocks.LastOrDefault(it => it.Owner == item.Instance);
        var (days, isLate) = (DaysSince(story.OpenedAt(item.Number), today), clock?.Due < today);
        var who = item.Holder is { } holder ? words.Officer(holder) : Words.Say("handle-unclaimed");
        var note = clock is null ? Words.Say("handle-signer-now", who, Figures.Of(days)) : Words.Say("handle-signer-now-of", who, Figures.Of(days), Figures.Of(clock.LimitInWorkingDays));
        return new(words.Party(item.Party), Words.Say("handle-signer-working"), note, isLate ? "is-late" : "is-now");
    }

    private ShownSigner Done(int workItem, PartyId party, UserId by, string choice)
    {
        var (opened, done) = (story.OpenedAt(workItem), story.DoneAt(workItem));
        var note = done is { } at ? Words.Say("handle-signer-done", words.Officer(by), Figures.ShortDay(Day(at)), Figures.Of(DaysSince(opened, Day(at)))) : words.Officer(by);
        return new(words.Party(party), words.Names.Outcome(choice), note, "is-done");
    }

    private DateOnly Day(DateTimeOffset at) => words.File.Workflow.Calendar.DayOf(at);

    private int DaysSince(DateTimeOffset? opened, DateOnly to) => opened is { } at ? words.File.Workflow.Calendar.WorkingDaysBetween(Day(at), to) : 0;
}
