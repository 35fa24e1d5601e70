using System.Diagnostics;
using EGov.Engine.Cases.Decisions;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>The heart: what an order causes, and what a fact changes. Two pure functions, the same live, in replay and in simulation.</summary>
/// <remarks>
/// A case is a list of events. <see cref="Decide"/> looks at the definition, the state and the moment, and answers with events or with one
/// refusal and no events. <see cref="Evolve"/> folds one event into the state; it never refuses and never looks at a clock.
/// Every order has a decision of its own in <c>Decisions/</c>; every event has one arm below.
/// </remarks>
public static partial class CaseEngine
{
    /// <summary>What <paramref name="command"/> causes now.</summary>
    /// <param name="workflow">The definition the case runs on; for a new case, the one it is to run on.</param>
    /// <param name="state">The fold of the case's events; <see cref="CaseState.None"/> for a new case.</param>
    /// <param name="command">The order.</param>
    /// <param name="now">The moment, read once by the caller.</param>
    public static Decision Decide(WorkflowDefinition workflow, CaseState state, CaseCommand command, DateTimeOffset now)
    {
        if (Guard(workflow, state, command) is { } refusal) return new Decision([], state, refusal);
        var story = Story.From(workflow, state, command.By, now);
        return command switch
        {
            OpenCase c => OpenCaseDecision.Decide(story, c),
            ClaimWorkItem c => ClaimWorkItemDecision.Decide(story, c),
            ReleaseWorkItem c => ReleaseWorkItemDecision.Decide(story, c),
            CompleteWorkItem c => CompleteWorkItemDecision.Decide(story, c),
            TransferWorkItem c => TransferWorkItemDecision.Decide(story, c),
            DelegateWorkItem c => DelegateWorkItemDecision.Decide(story, c),
            AddSigner c => AddSignerDecision.Decide(story, c),
            RemoveSigner c => RemoveSignerDecision.Decide(story, c),
            ReturnCase c => ReturnCaseDecision.Decide(story, c),
            TakeBack c => TakeBackDecision.Decide(story, c),
            UrgeWorkItem c => UrgeWorkItemDecision.Decide(story, c),
            WithdrawCase c => WithdrawCaseDecision.Decide(story, c),
            ExtendClock c => ExtendClockDecision.Decide(story, c),
            FileDocument c => FileDocumentDecision.Decide(story, c),
            WakeUp c => WakeUpDecision.Decide(story, c),
            ResolveIncident c => ResolveIncidentDecision.Decide(story, c),
            RaiseEvent c => RaiseEventDecision.Decide(story, c),
            FinishTask c => FinishTaskDecision.Decide(story, c),
            ReportChild c => ReportChildDecision.Decide(story, c),
            AmendCalendar c => AmendCalendarDecision.Decide(story, c),
            _ => throw new UnreachableException(command.GetType().Name),
        };
    }

    private static Refusal? Guard(WorkflowDefinition workflow, CaseState state, CaseCommand command)
    {
        if (command is OpenCase) return state.Status == CaseStatus.None ? null : Refusal.Of(RejectionCode.CaseExists, state.Case);
        if (state.Status == CaseStatus.None) return Refusal.Of(RejectionCode.CaseUnknown);
        if (state.DefinitionId != workflow.DefinitionId || state.DefinitionVersion != workflow.Version)
            return Refusal.Of(RejectionCode.WrongDefinition, state.DefinitionId, state.DefinitionVersion);
        // Whoever judges an order must have the calendar the case is counted with, or the one it is to be counted with.
        var edition = command is AmendCalendar amend ? amend.To : state.CalendarVersion;
        if (workflow.Calendar.Version != edition) return Refusal.Of(RejectionCode.WrongCalendar, edition);
        if (state.Status != CaseStatus.Open && command is not WakeUp) return Refusal.Of(RejectionCode.CaseClosed, state.Case);
        if (command is AmendCalendar) return command.By.Kind == ActorKind.System ? null : Refusal.Of(RejectionCode.PartyMissing, "system");
        return command is WakeUp or ReportChild or RaiseEvent or FinishTask && !MaySignal(workflow, state, command.By)
            ? Refusal.Of(RejectionCode.PartyMissing, "system")
            : null;
    }

    /// <summary>Signals from outside come from the system, or from an officer of the item.</summary>
    private static bool MaySignal(WorkflowDefinition workflow, CaseState state, Actor actor) =>
        actor.Kind == ActorKind.System || state.SeatsOf(workflow.Facts).Any(actor.Is);
}
