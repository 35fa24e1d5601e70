using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Effects;

/// <summary>What the shell must do outside because of one decision: data describing I/O, no I/O.</summary>
/// <param name="Notices">Whom to tell what; each is keyed by the event that asked for it, so that it is told once.</param>
/// <param name="NextWakeUp">When the case must be woken next; null when nothing waits for time.</param>
/// <param name="Errands">Orders for other cases.</param>
public sealed record CaseEffects(ImmutableArray<Notice> Notices, DateTimeOffset? NextWakeUp, ImmutableArray<Errand> Errands)
{
    /// <summary>The effects of <paramref name="decision"/> taken on <paramref name="before"/>.</summary>
    public static CaseEffects Of(WorkflowDefinition workflow, CaseState before, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(decision);
        var notices = ImmutableArray.CreateBuilder<Notice>();
        var errands = ImmutableArray.CreateBuilder<Errand>();
        for (var place = 0; place < decision.Events.Length; place++)
        {
            var number = before.Version + place + 1;
            switch (decision.Events[place])
            {
                case NoticeAsked asked:
                    notices.Add(new(number, decision.After.SeatOf(asked.To), asked.Template, asked.Arguments));
                    break;
                case ChildCaseAsked asked:
                    errands.Add(Errand.Open(number, asked));
                    break;
                case EventPublished published:
                    errands.Add(new(number, ErrandKind.RaiseEvent, published.Name, published.Correlation ?? "", published.Payload, published.Instance));
                    break;
                case CaseClosed closed when Errand.IsAwaited(decision.After):
                    errands.Add(Errand.Report(number, decision.After, closed));
                    break;
            }
        }

        return new(notices.DrainToImmutable(), WakeUps.Next(workflow, decision.After), errands.DrainToImmutable());
    }
}

/// <summary>Someone must be told something.</summary>
/// <param name="Event">Number of the event that asked for it, from 1 within the case.</param>
/// <param name="To">The applicant, or a party.</param>
/// <param name="Template">Which words.</param>
/// <param name="Arguments">What the words need; never personal data.</param>
public sealed record Notice(int Event, PartyId To, string Template, ImmutableSortedDictionary<string, string> Arguments);

/// <summary>What an errand asks of another case.</summary>
public enum ErrandKind
{
    /// <summary>Open a child case.</summary>
    OpenChild,

    /// <summary>Tell the parent that the child has closed.</summary>
    ReportChild,

    /// <summary>Raise an event in every case that waits for it.</summary>
    RaiseEvent,
}

/// <summary>An order that one case has for another; the shell delivers it through the same front door, once.</summary>
/// <param name="Event">Number of the event that asked for it.</param>
/// <param name="Kind">What it asks.</param>
/// <param name="Target">The other case, or the event's name.</param>
/// <param name="Text">Definition id of the child, the outcome reported, or what cases must be tied to to hear of the event (empty: all hear).</param>
/// <param name="Payload">Inputs, outputs or the event's payload.</param>
/// <param name="Instance">The activity that asked, or the one that is told.</param>
public sealed record Errand(int Event, ErrandKind Kind, string Target, string Text, Value Payload, int Instance)
{
    /// <summary>The input by which a child case knows its parent, as Elsa names it.</summary>
    public const string ParentInput = "ParentInstanceId";

    /// <summary>The input that ties a child case from its beginning; only the system may give it, and it is not kept.</summary>
    public const string CorrelationInput = "$CorrelationId";

    /// <summary>The input by which a child case knows that its parent does not wait for it; only the system may give it.</summary>
    public const string NotAwaitedInput = "$NotAwaited";

    /// <summary>True when the case's parent waits to hear of its end.</summary>
    internal static bool IsAwaited(CaseState child) => child.Inputs.ContainsKey(ParentInput) && !child.Inputs.ContainsKey(NotAwaitedInput);

    /// <summary>The order to open a child; what the engine must know of the call travels as inputs that no definition declares.</summary>
    internal static Errand Open(int number, ChildCaseAsked asked)
    {
        var inputs = asked.Inputs;
        if (asked.Correlation is { } correlation) inputs = inputs.SetItem(CorrelationInput, Value.Of(correlation));
        if (!asked.Wait) inputs = inputs.SetItem(NotAwaitedInput, Value.True);
        return new(number, ErrandKind.OpenChild, asked.Child.Value, asked.DefinitionId, new Value.Map(inputs), asked.Instance);
    }

    /// <summary>The child's last word to its parent; the child's number is the parent's, a hyphen and the instance.</summary>
    internal static Errand Report(int number, CaseState child, CaseClosed closed)
    {
        var parent = child.Inputs[ParentInput].AsText();
        var instance = int.TryParse(child.Case.Value.AsSpan(Math.Min(parent.Length + 1, child.Case.Value.Length)), out var read) ? read : 0;
        return new(number, ErrandKind.ReportChild, parent, closed.Outcome, new Value.Map(child.Outputs), instance);
    }
}
