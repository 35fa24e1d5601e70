using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;

namespace EGov.Web.Portal.Follow;

/// <summary>Where a station of the case stands.</summary>
public enum StepStanding
{
    /// <summary>Behind.</summary>
    Done,

    /// <summary>Here.</summary>
    Now,

    /// <summary>Ahead.</summary>
    Ahead,
}

/// <summary>A station of a case in plain language.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Note">When it was, or by when it will be.</param>
/// <param name="Standing">Behind, here or ahead.</param>
/// <param name="Parts">The bodies at work.</param>
public sealed record PathStep(string Title, string Note, StepStanding Standing, ImmutableArray<PathPart> Parts);

/// <summary>One body's part.</summary>
/// <param name="Party">Its name.</param>
/// <param name="DoneOn">When it finished; null while it is at work.</param>
public sealed record PathPart(string Party, DateOnly? DoneOn);

/// <summary>Reads the stations off the journal.</summary>
internal sealed class CasePath
{
    private readonly CaseFile _file;
    private readonly ItemNames _names;
    private readonly Dictionary<Milestone, (DateOnly On, string? Result)> _reached = [];
    private readonly Dictionary<int, (PartyId Party, DateOnly? Done)> _reviews = [];

    public CasePath(CaseFile file, IEnumerable<FiledOrder> journal, ItemNames names)
    {
        (_file, _names) = (file, names);
        var types = new Dictionary<int, string>();
        foreach (var filed in journal)
            foreach (var happened in filed.Entry.Events) Read(happened, file.Workflow.Calendar.DayOf(filed.Entry.At), types);
    }

    /// <summary>The stations, from the application to the result.</summary>
    public ImmutableArray<PathStep> Steps()
    {
        var state = _file.State;
        var received = new PathStep(Words.Say("path-received"), Figures.Day(state.ReceivedOn), StepStanding.Done, []);
        if (state.Status == CaseStatus.Withdrawn) return [received, new(Words.Say("path-withdrawn"), "", StepStanding.Now, [])];
        if (On(Milestone.NotAccepted) is { } refusedOn) return [received, new(Words.Say("path-not-accepted"), Figures.Day(refusedOn), StepStanding.Now, [])];
        var accepted = On(Milestone.Accepted) ?? On(Milestone.DeemedAccepted);
        var (decided, issued) = (On(Milestone.Decided), On(Milestone.ResultIssued));
        var promised = state.Clocks.FirstOrDefault(clock => clock.Owner is null && clock.Id.Value == "promised")?.Due;
        return
        [
            received,
            new(Words.Say(accepted is null ? "path-to-accept" : "path-accepted"), accepted is { } on ? Figures.Day(on) : Latest("acceptance"), accepted is null ? StepStanding.Now : StepStanding.Done, []),
            new(ReviewTitle(accepted), "", Standing(accepted, decided), accepted is null ? [] : [.. _reviews.Values.Select(part => new PathPart(_names.Party(part.Party), part.Done))]),
            new(Words.Say("path-decided"), decided is { } day ? Words.Say("path-decided-as", _names.Outcome(_reached[Milestone.Decided].Result ?? ""), Figures.Day(day)) : promised is { } due ? Words.Say("path-latest", Figures.Day(due)) : "", decided is null ? StepStanding.Ahead : StepStanding.Done, []),
            new(Words.Say("path-result"), issued is { } given ? Figures.Day(given) : Latest("delivery") is { Length: > 0 } latest ? latest : Words.Say("path-result-later"), issued is not null ? StepStanding.Done : Standing(decided, issued), []),
        ];
    }

    private void Read(CaseEvent happened, DateOnly day, Dictionary<int, string> types)
    {
        if (happened is ActivityEntered entered) types[entered.Instance] = _file.Workflow.Nodes[entered.Node].Type;
        else if (happened is MilestoneReached reached) _reached[reached.Milestone] = (reached.On, reached.Result);
        else if (happened is WorkItemOpened { Kind: WorkKind.Task or WorkKind.Signature } opened && IsReview(types.GetValueOrDefault(opened.Instance))) _reviews[opened.WorkItem] = (opened.Party, null);
        else if (happened is WorkItemTransferred given && _reviews.TryGetValue(given.WorkItem, out var moved)) _reviews[given.WorkItem] = (given.Party, moved.Done);
        else if (happened is WorkItemCompleted done && _reviews.TryGetValue(done.WorkItem, out var part)) _reviews[done.WorkItem] = (part.Party, day);
        else if (happened is WorkItemReopened again && _reviews.TryGetValue(again.WorkItem, out var redone)) _reviews[again.WorkItem] = (redone.Party, null);
        else if (happened is WorkItemCancelled gone) _reviews.Remove(gone.WorkItem);
    }

    // Work before the acceptance belongs to it; deciding and handing over are stations of their own.
    private bool IsReview(string? type) =>
        type is not ("EGov.Accept" or "EGov.Decide" or "EGov.IssueResult" or null) && (_reached.ContainsKey(Milestone.Accepted) || _reached.ContainsKey(Milestone.DeemedAccepted));

    private string ReviewTitle(DateOnly? accepted) => accepted is null || _reviews.Count == 0
        ? Words.Say("path-review")
        : Words.Say("path-reviews", Figures.Of(_reviews.Count), Figures.Of(_reviews.Values.Count(part => part.Done is not null)));

    private string Latest(string clock) => _file.State.Clocks.FirstOrDefault(it => it.Id.Value == clock)?.Due is { } due ? Words.Say("path-latest", Figures.Day(due)) : "";

    private static StepStanding Standing(DateOnly? before, DateOnly? after) => before is null ? StepStanding.Ahead : after is null ? StepStanding.Now : StepStanding.Done;

    private DateOnly? On(Milestone milestone) => _reached.TryGetValue(milestone, out var reached) && _file.State.Reached(milestone) ? reached.On : null;
}
