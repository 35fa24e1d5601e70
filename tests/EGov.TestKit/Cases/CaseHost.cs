using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;

namespace EGov.TestKit.Cases;

/// <summary>Cases in memory that have errands for each other: what the runtime's sweep and errand runner do, in one fixed order.</summary>
/// <remarks>
/// <see cref="RunToRest"/> resumes every wait as it is met, the oldest case first: an outside task and an event at once, then a moment, by
/// letting time pass until then. A case that waits for a child goes on when the child does.
/// </remarks>
/// <param name="published">The definitions a case may open a child of.</param>
/// <param name="answers">What an event (by its name) carries, or an outside task (by its name) gives back; null when not named.</param>
public sealed class CaseHost(IEnumerable<WorkflowDefinition> published, IReadOnlyDictionary<string, Value>? answers = null)
{
    private const int MostResumptions = 1_000;

    private readonly Dictionary<string, WorkflowDefinition> published = published.ToDictionary(d => d.DefinitionId, StringComparer.Ordinal);
    private readonly List<Play> cases = [];
    private readonly List<string> lines = [];
    private readonly List<string> waits = [];
    private readonly List<string> refusals = [];
    private readonly Queue<(CaseId From, Errand Errand)> errands = new();

    private static ImmutableSortedDictionary<string, Value> Nothing { get; } = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    /// <summary>The moment; it passes only while nothing but time is waited for.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>All cases, in the order they were opened.</summary>
    public IReadOnlyList<Play> Cases => cases;

    /// <summary>All lines written by any case, in the order they were written.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Every wait that was resumed, as <c>Kind box</c>, in order.</summary>
    public IReadOnlyList<string> Waits => waits;

    /// <summary>Errands that were refused, as <c>case: code</c>.</summary>
    public IReadOnlyList<string> Refusals => refusals;

    /// <summary>Opens a case, as an API call does, and delivers what it asks of others.</summary>
    public CaseId Open(WorkflowDefinition workflow, string number = "CASE-1", ImmutableSortedDictionary<string, Value>? inputs = null)
    {
        Take(new Play(workflow, CaseState.None, Now, [], null), new OpenCase(Actor.System, new(number), null, inputs ?? Nothing));
        Deliver();
        return new(number);
    }

    /// <summary>The case with this number.</summary>
    public Play Find(CaseId number) => cases.Single(play => play.State.Case == number);

    /// <summary>Gives an order and delivers what follows; a refusal changes nothing.</summary>
    public void Give(CaseId number, CaseCommand command)
    {
        Take(Find(number), command);
        Deliver();
    }

    /// <summary>Resumes whatever waits until nothing waits any more.</summary>
    public void RunToRest()
    {
        for (var round = 0; ResumeNext(); round++)
            if (round == MostResumptions) throw new InvalidOperationException($"Still waiting after {round} resumptions.");
    }

    private bool ResumeNext()
    {
        foreach (var play in cases)
            if (play.State.Live.FirstOrDefault(i => i.Wait is { Kind: WaitKind.Event or WaitKind.Task }) is { } waiting) return Resume(play, waiting);
        var due = cases.Where(play => play.NextWakeUp is not null).MinBy(play => play.NextWakeUp);
        return due is not null && Wake(due);
    }

    private bool Resume(Play play, ActivityInstance waiting)
    {
        var wait = waiting.Wait!; // only activities that wait are resumed
        var answer = answers?.GetValueOrDefault(wait.Key) ?? Value.Null;
        waits.Add($"{wait.Kind} {Box(play, waiting)}");
        Give(play.State.Case, wait.Kind == WaitKind.Event ? new RaiseEvent(Actor.System, wait.Key, answer) : new FinishTask(Actor.System, waiting.Number, answer));
        return true;
    }

    private bool Wake(Play due)
    {
        Now = due.NextWakeUp > Now ? due.NextWakeUp.Value : Now;
        waits.AddRange(due.State.Live.Where(i => i.Wait is { Kind: WaitKind.Timer, Until: { } until } && until <= Now).Select(i => $"Timer {Box(due, i)}"));
        Give(due.State.Case, new WakeUp(Actor.System));
        return true;
    }

    private void Take(Play play, CaseCommand command)
    {
        var (before, place) = (play.State, cases.FindIndex(one => one.State.Case == play.State.Case));
        play = (play with { Now = Now }).When(command);
        if (play.Refused is { } code) refusals.Add($"{before.Case}: {code}");
        else if (place < 0) cases.Add(play);
        else cases[place] = play;
        lines.AddRange(play.Last!.Events.OfType<LineWritten>().Select(line => line.Text)); // it has just decided
        foreach (var errand in CaseEffects.Of(play.Workflow, before, play.Last).Errands) errands.Enqueue((play.State.Case, errand));
    }

    private void Deliver()
    {
        while (errands.TryDequeue(out var next))
        {
            var (from, errand) = next;
            switch (errand.Kind)
            {
                case ErrandKind.OpenChild:
                    Take(new Play(published[errand.Text], CaseState.None, Now, [], null), new OpenCase(Actor.System, new(errand.Target), null, Entries(errand).SetItem(Errand.ParentInput, Value.Of(from.Value))));
                    break;
                case ErrandKind.ReportChild:
                    Take(Find(new(errand.Target)), new ReportChild(Actor.System, errand.Instance, from, errand.Text, Entries(errand)));
                    break;
                default:
                    foreach (var play in cases.Where(play => play.State.Case != from && play.State.Live.Any(i => i.Wait is { Kind: WaitKind.Event } w && w.Key == errand.Target)).ToArray())
                        Take(Find(play.State.Case), new RaiseEvent(Actor.System, errand.Target, errand.Payload) { Correlation = errand.Text.Length > 0 ? errand.Text : null });
                    break;
            }
        }
    }

    private static string Box(Play play, ActivityInstance instance) => play.Workflow.Nodes[instance.Node].Id.Value;

    private static ImmutableSortedDictionary<string, Value> Entries(Errand errand) => errand.Payload is Value.Map map ? map.Entries : Nothing;
}
