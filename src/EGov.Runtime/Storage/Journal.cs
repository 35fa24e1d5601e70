using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Effects;
using EGov.Engine.Replay;
using EGov.Engine.Supervision;
using EGov.Runtime.Cases;
using EGov.Runtime.Outbox;
using EGov.Runtime.Supervision;

namespace EGov.Runtime.Storage;

/// <summary>Stores what an order led to: entry, views, messages, errands, in one transaction or not at all.</summary>
/// <remarks>
/// The journal is the truth and holds one row per order: its canonical text, written once, and the hash that chains it to the row before. The row
/// is the order's receipt too; an order that caused nothing has a row among the receipts instead.
/// The row's key (case, first version) lets one writer win whatever the number of processes. Everything else in the transaction follows from it.
/// </remarks>
internal sealed class Journal(GroupCommit commits, RuleShelf rules)
{
    /// <summary>Stores an accepted order if the case is still at <paramref name="head"/>; answers what became of it and where the case then stands.</summary>
    public async Task<(CommitOutcome Outcome, CaseHead After)> AppendAsync(CaseHead head, CommandEnvelope order, Decision decision, DateTimeOffset at, CancellationToken stop)
    {
        var statements = new List<Statement>(16);
        var after = head;
        if (decision.Events.IsEmpty)
        {
            WriteReceipt(statements, order, decision.After.Version, null, at);
        }
        else
        {
            var entry = Entry(head, order, decision, at);
            var book = rules.Book;
            var watched = Watch.Take(book, head.WatchedUnder(book), at, decision.Events, head.Workflow.Calendar);
            statements.Add(Table<JournalRow>.Insert(entry));
            var watchAt = Views.Write(statements, head.Workflow, head.State, decision, at, new(head.CertainWatchAt(book, at), watched.State.Next));
            CardWriter.Write(statements, decision.After, head.Workflow.Calendar, watched.Cards);
            CardNotices.Raised(statements, (decision.After, head.Workflow.Calendar), watched.Cards, at);
            after = head with { State = decision.After, Hash = entry.Hash, Watch = watched.State, Book = book, WatchAt = watchAt };
            var effects = CaseEffects.Of(head.Workflow, head.State, decision);
            WriteEffects(statements, order.Case.Value, effects, at);
            CaseNotices.Write(statements, head.State, decision, effects.Notices, order.Command.By.User, at);
        }

        WritePersonal(statements, order);
        var commit = new Commit(order.Case.Value, head.State.Version, order.Id.Value, [.. statements]) { ClaimsItsVersion = !decision.Events.IsEmpty };
        return (await commits.CommitAsync(commit, stop), after);
    }

    /// <summary>Stores a refusal; with a version, only while the case still has it.</summary>
    public Task<CommitOutcome> RefuseAsync(CommandEnvelope order, int version, bool onlyThen, Refusal refusal, DateTimeOffset at, CancellationToken stop)
    {
        var statements = new List<Statement>(1);
        WriteReceipt(statements, order, version, refusal, at);
        return commits.CommitAsync(new(order.Case.Value, onlyThen ? version : null, order.Id.Value, [.. statements]), stop);
    }

    /// <summary>Asks whether the case still has this version and whether the order was answered before; stores nothing.</summary>
    public Task<CommitOutcome> AskAsync(CommandEnvelope order, int version, CancellationToken stop) =>
        commits.CommitAsync(new(order.Case.Value, version, order.Id.Value, []), stop);

    private static JournalRow Entry(CaseHead head, CommandEnvelope order, Decision decision, DateTimeOffset at)
    {
        var text = new EntryText(order.Id, at, order.Command, decision.Events).Write();
        return new()
        {
            CaseId = order.Case.Value,
            FirstVersion = head.State.Version,
            LastVersion = decision.After.Version,
            At = at,
            CommandId = order.Id.Value,
            Text = EntryText.Pack(text),
            Hash = JournalHash.Next(head.Hash, text),
        };
    }

    private static void WriteReceipt(List<Statement> into, CommandEnvelope order, int version, Refusal? refusal, DateTimeOffset at) =>
        into.Add(Table<ReceiptRow>.Insert(new()
        {
            CommandId = order.Id.Value,
            CaseId = order.Case.Value,
            Version = version,
            CommandHash = EntryText.HashOf(order.Case, order.Command),
            Refusal = refusal is null ? null : JsonSerializer.Serialize(refusal, CaseJson.Options),
            At = at,
        }));

    private static void WriteEffects(List<Statement> into, string caseId, CaseEffects effects, DateTimeOffset at)
    {
        foreach (var notice in effects.Notices)
            into.Add(Table<OutboxRow>.Insert(new()
            {
                CaseId = caseId, EventNumber = notice.Event, Party = notice.To.Value, Template = notice.Template,
                Arguments = JsonSerializer.Serialize(notice.Arguments, CaseJson.Options), State = OutboxState.Pending, DueAt = at,
            }));
        foreach (var errand in effects.Errands)
            into.Add(Table<ErrandRow>.Insert(new()
            {
                CaseId = caseId, EventNumber = errand.Event, Kind = errand.Kind.ToString(), Target = errand.Target, Text = errand.Text,
                Payload = errand.Payload.ToJson(), Instance = errand.Instance, AskedAt = at,
            }));
    }

    private static void WritePersonal(List<Statement> into, CommandEnvelope order)
    {
        if (!order.Texts.IsEmpty)
        {
            var command = CaseJson.Write(order.Command);
            foreach (var text in order.Texts.Distinct(StringComparer.Ordinal))
                if (TextHash.Commit(text) is var hash && command.Contains(hash.Value, StringComparison.Ordinal))
                    into.Add(Table<TextRow>.InsertOnce(new() { CaseId = order.Case.Value, Hash = hash.Value, Text = text }));
        }

        if (order is { Command: OpenCase, Application: { } personal })
            into.Add(Table<ApplicationRow>.Insert(new()
            {
                CaseId = order.Case.Value, Form = personal.Form, Applicant = personal.Applicant, IdKind = personal.IdKind, IdNumber = personal.IdNumber,
                Phone = personal.Phone, Channel = personal.Channel, QueryPasswordHash = personal.QueryPasswordHash, Language = personal.Language, Email = personal.Email,
            }));
    }
}
