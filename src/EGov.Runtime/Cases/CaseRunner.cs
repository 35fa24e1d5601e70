using System.Text.Json;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Cases;

/// <summary>The only place that knows the order of side effects: state, definition, moment, decision, effects, one commit, receipt.</summary>
/// <remarks>
/// A decision may rest on a state that another process has moved on from. So both acceptance and refusal are stored only if the case still has the
/// version they were judged by; otherwise the case is read again and judged again, once. A repeated order is recognised by the commit itself, and so
/// is a number that is taken: a new case is not looked for first. Whoever may not do something in his own right does it in power lent to him (M038), if
/// there is any; the engine judges that order like every other, and the journal holds both persons.
/// </remarks>
internal sealed class CaseRunner(
    CaseFiles files, WorkflowCatalog catalog, DelegationRegister delegations, Journal journal, CaseNews news, TimeProvider time, ILogger<CaseRunner> log)
{
    public async Task<CaseReceipt> RunAsync(CommandEnvelope order, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var head = order.Command is OpenCase ? null : await files.KnownAsync(order.Case, stop);
        var receipt = await TryAsync(order, head, now, stop)
            ?? await TryAsync(order, await files.RefreshAsync(order.Case, stop), now, stop)
            ?? await GiveUpAsync(order, await files.RefreshAsync(order.Case, stop), now, stop);
        if (order.Command is WakeUp) return receipt; // they come by the thousand: the sweep says how many, and which were refused
        log.OrderAnswered(
            order.Case, order.Command.GetType().Name, order.Command.By.User, receipt.Refusal?.Code.ToString() ?? "Accepted", receipt.IsRepeat,
            time.GetElapsedTime(began).TotalMilliseconds);
        return receipt;
    }

    /// <summary>Judges and stores; null when the case had moved.</summary>
    private async Task<CaseReceipt?> TryAsync(CommandEnvelope order, CaseHead? known, DateTimeOffset now, CancellationToken stop)
    {
        var version = known?.State.Version ?? 0;
        var workflow = known?.Workflow ?? await DefinitionForAsync(order, stop);
        if (workflow is null) return Receipt(order, await journal.RefuseAsync(order, 0, true, Unknown(order), now, stop), 0, Unknown(order), now);
        var head = known ?? new CaseHead(workflow, CaseState.None, JournalHash.Root);
        if (order.ExpectedVersion is { } expected && expected != version) return await RefuseAsync(order, version, Refusal.Of(RejectionCode.CaseMoved, version), now, stop);
        if (order.Command is AmendCalendar amend) head = head with { Workflow = await catalog.AtAsync(workflow, amend.To, stop) };

        var decision = CaseEngine.Decide(head.Workflow, head.State, order.Command, now);
        if (MayHelp(decision.Refusal, order.Command.By)) (order, decision) = await InLentPowerAsync(order, decision, head, now, stop);
        if (decision.Refusal is { } refusal) return await RefuseAsync(order, version, refusal, now, stop);
        if (order.Command is WakeUp && decision.Events.IsEmpty) return await NothingDueAsync(order, version, now, stop);
        var (outcome, after) = await journal.AppendAsync(head, order, decision, now, stop);
        if (outcome is CommitOutcome.Stored)
        {
            files.Keep(order.Case, after);
            news.Tell(order.Case);
        }

        return Receipt(order, outcome, after.State.Version, null, now);
    }

    private static bool MayHelp(Refusal? refusal, Actor by) =>
        refusal is { Code: RejectionCode.PartyMissing or RejectionCode.HeldByAnother or RejectionCode.NotYourWork } && by is { Kind: ActorKind.Officer, ActingFor: null };

    /// <summary>The order in the first power that lets it pass; else as it was, with what lent power meets when it is more than not being meant.</summary>
    private async Task<(CommandEnvelope Order, Decision Decision)> InLentPowerAsync(CommandEnvelope order, Decision own, CaseHead head, DateTimeOffset now, CancellationToken stop)
    {
        var answer = own;
        foreach (var power in await delegations.InForceAsync(order.Command.By.User, stop))
        {
            if (!power.Covers(head.State.DefinitionId)) continue;
            var actor = power.UsedBy(order.Command.By);
            var decision = CaseEngine.Decide(head.Workflow, head.State, order.Command with { By = actor }, now);
            // What causes nothing is receipted as it was asked for, so that a repeat is recognised.
            if (decision.IsAccepted) return (decision.Events.IsEmpty ? order : order with { Command = order.Command with { By = actor } }, decision);
            if (!MayHelp(decision.Refusal, order.Command.By)) answer = decision;
        }

        return (order, answer);
    }

    private async Task<CaseReceipt?> RefuseAsync(CommandEnvelope order, int version, Refusal refusal, DateTimeOffset now, CancellationToken stop) =>
        Receipt(order, await journal.RefuseAsync(order, version, onlyThen: true, refusal, now, stop), version, refusal, now);

    /// <summary>A wake-up that finds nothing due leaves no trace, so that it can be sent again when something is.</summary>
    private async Task<CaseReceipt?> NothingDueAsync(CommandEnvelope order, int version, DateTimeOffset now, CancellationToken stop) =>
        Receipt(order, await journal.AskAsync(order, version, stop), version, null, now);

    private async Task<CaseReceipt> GiveUpAsync(CommandEnvelope order, CaseHead? head, DateTimeOffset now, CancellationToken stop)
    {
        var version = head?.State.Version ?? 0;
        var refusal = Refusal.Of(RejectionCode.CaseMoved, version);
        return Receipt(order, await journal.RefuseAsync(order, version, onlyThen: false, refusal, now, stop), version, refusal, now)
            ?? new(order.Id, order.Case, version, refusal, now, IsRepeat: false);
    }

    private static CaseReceipt? Receipt(CommandEnvelope order, CommitOutcome outcome, int version, Refusal? refusal, DateTimeOffset now) => outcome switch
    {
        CommitOutcome.Moved => null,
        CommitOutcome.Seen seen => Again(order, seen.Receipt),
        _ => new(order.Id, order.Case, version, refusal, now, IsRepeat: false),
    };

    /// <summary>The first answer again; another order under the same id is refused and changes nothing.</summary>
    private static CaseReceipt Again(CommandEnvelope order, StoredReceipt stored) => new(
        order.Id, order.Case, stored.Version,
        !stored.Answers(order.Case, order.Command) ? Refusal.Of(RejectionCode.TextNotAllowed, "command-id")
        : stored.Refusal.Length == 0 ? null : JsonSerializer.Deserialize<Refusal>(stored.Refusal, CaseJson.Options),
        DateTimeOffset.FromUnixTimeMilliseconds(stored.AtMs), IsRepeat: true);

    private async ValueTask<WorkflowDefinition?> DefinitionForAsync(CommandEnvelope order, CancellationToken stop) => order switch
    {
        { Command: not OpenCase } or { DefinitionId: null } => null,
        { DefinitionVersion: { } version } => await catalog.DefinitionAsync(order.DefinitionId, version, stop),
        _ => catalog.Published(order.DefinitionId),
    };

    private static Refusal Unknown(CommandEnvelope order) => order.Command is OpenCase
        ? Refusal.Of(RejectionCode.WrongDefinition, order.DefinitionId, order.DefinitionVersion)
        : Refusal.Of(RejectionCode.CaseUnknown);
}
