using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Window;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Portal.Track;

namespace EGov.Web.Letters;

/// <summary>Writes letters: what happened from the journal, reasons and lists from the texts it commits to, law and body from the item.</summary>
internal sealed class LetterWriter(CaseFiles files, WorkflowCatalog catalog, Intakes intakes)
{
    /// <summary>The letters of a case so far, in the order of their making.</summary>
    public async Task<ImmutableArray<LetterKind>> KindsAsync(CaseFile file, CancellationToken stop)
    {
        var journal = await files.HistoryAsync(file.State.Case, stop);
        return [.. Enum.GetValues<LetterKind>().Select(kind => (kind, At: EntryOf(kind, journal))).Where(letter => letter.At >= 0).OrderBy(letter => letter.At).Select(letter => letter.kind)];
    }

    /// <summary>The letters of a case as far as anybody may be told of them.</summary>
    public async Task<ImmutableArray<IssuedLetter>> IssuedAsync(CaseFile file, CancellationToken stop)
    {
        var journal = await files.HistoryAsync(file.State.Case, stop);
        return
        [
            .. from kind in Enum.GetValues<LetterKind>()
               let at = EntryOf(kind, journal)
               where at >= 0
               let facts = FactsOf(file, journal[at])
               select new IssuedLetter(
                   Words.Say("letter-title-" + Words.Kebab(kind)), NumberOf(file, kind, journal, at, facts.On), facts.On, facts.Issuer, LetterCode.Of(journal[at].Hash), file.State.Case.Value),
        ];
    }

    /// <summary>The letter; null when the case has none of this kind.</summary>
    /// <param name="file">The case.</param>
    /// <param name="kind">Which letter.</param>
    /// <param name="to">Whom it is for; null when his name was erased.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<OfficeLetter?> WriteAsync(CaseFile file, LetterKind kind, string? to, CancellationToken stop)
    {
        var journal = await files.HistoryAsync(file.State.Case, stop);
        if (EntryOf(kind, journal) is not (>= 0 and var at)) return null;
        var filed = journal[at];
        var (facts, item) = (FactsOf(file, filed), ItemOf(file));
        var (before, listed, after) = kind switch
        {
            LetterKind.Receipt => (facts.Received(), await MaterialsAsync(file, item, journal, stop), facts.WhatReceiptMeans()),
            LetterKind.Acceptance => (facts.Accepted(), [], facts.AfterAcceptance()),
            LetterKind.Supplement => (facts.Asked(), Lines(await TextAsync(file, filed, stop)), facts.HowToSupply()),
            _ => (facts.NotAccepted(await TextAsync(file, filed, stop)), [], facts.Remedies()),
        };
        return new(
            kind, file.State.Case.Value, facts.Issuer, NumberOf(file, kind, journal, at, facts.On),
            to ?? Words.Say("letter-applicant"), before, listed, after, facts.On, at + 1, LetterCode.Of(filed.Hash));
    }

    /// <summary>Which letter of its kind it is in the case, from 1; counted in the journal, so it never changes.</summary>
    private static int RunningNumber(LetterKind kind, ImmutableArray<FiledOrder> journal, int at) =>
        journal.Take(at + 1).Count(filed => filed.Entry.Events.Any(happened => IsOccasion(kind, happened)));

    private static int EntryOf(LetterKind kind, ImmutableArray<FiledOrder> journal)
    {
        for (var at = 0; at < journal.Length; at++)
            if (journal[at].Entry.Events.Any(happened => IsOccasion(kind, happened))) return at;
        return -1;
    }

    private static bool IsOccasion(LetterKind kind, CaseEvent happened) => kind switch
    {
        LetterKind.Receipt => happened is CaseOpened,
        LetterKind.Acceptance => happened is MilestoneReached { Milestone: Milestone.Accepted or Milestone.DeemedAccepted },
        LetterKind.Supplement => happened is MilestoneReached { Milestone: Milestone.SupplementAsked },
        _ => happened is MilestoneReached { Milestone: Milestone.NotAccepted },
    };

    private async Task<ImmutableArray<string>> MaterialsAsync(CaseFile file, Item? item, ImmutableArray<FiledOrder> journal, CancellationToken stop)
    {
        var (names, checklist) = (new ItemNames(item), (await intakes.FindAsync(file.State.Case, stop))?.Materials);
        if (checklist is not null) return [.. checklist.Select(seen => Words.Say("letter-material", names.Material(seen.Key), Words.Say("window-state-" + seen.Value)))];
        var opened = journal[0].Entry.At;
        return [.. CaseDocuments.In(journal).Where(document => document.ByApplicant && document.FiledAt < opened.AddMinutes(10)).Select(document => names.Material(document.Material)).Distinct()];
    }

    private async Task<string?> TextAsync(CaseFile file, FiledOrder filed, CancellationToken stop) =>
        filed.Entry.Command is CompleteWorkItem { Opinion: { } opinion } ? (await files.TextsAsync(file.State.Case, stop)).GetValueOrDefault(opinion) ?? Words.Say("letter-erased") : null;

    private static ImmutableArray<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static DateOnly DayOf(CaseFile file, FiledOrder filed) => file.Workflow.Calendar.DayOf(filed.Entry.At);

    private LetterFacts FactsOf(CaseFile file, FiledOrder filed) => new(file, ItemOf(file), filed, DayOf(file, filed));

    private Item? ItemOf(CaseFile file) => file.Workflow.Facts.Item is { } id ? catalog.Find(id) : null;

    private static LetterNumber NumberOf(CaseFile file, LetterKind kind, ImmutableArray<FiledOrder> journal, int at, DateOnly on) =>
        new("letter-number-" + Words.Kebab(kind), on.Year, file.State.Case.Value, RunningNumber(kind, journal, at));
}
