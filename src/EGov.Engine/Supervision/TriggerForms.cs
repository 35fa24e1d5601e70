using EGov.Engine.Cases;

namespace EGov.Engine.Supervision;

/// <summary>How a kind of trigger is written in the catalogue: its name, its fields, and what they make.</summary>
internal sealed record TriggerForm(string Kind, string[] Fields, Func<RuleReader.Fields, Trigger> Make);

/// <summary>Every kind of trigger a catalogue may use.</summary>
internal static class TriggerForms
{
    private const int MostDays = 60;

    public static readonly TriggerForm[] All =
    [
        new("share-used", ["clock", "share"], f => new ShareUsed(f.Clock("clock"), f.Share("share"))),
        new("limit-over", ["clock", "workingDaysAfter"], f => new LimitOver(f.Clock("clock"), f.Number("workingDaysAfter", 0, MostDays))),
        new("step-over", [], _ => new StepOver()),
        new("consult-over", [], _ => new ConsultOver()),
        new("first-review-late", ["workingDays"], f => new FirstReviewLate(f.Number("workingDays", 1, MostDays))),
        new("untaken", ["workingDays"], f => new Untaken(f.Number("workingDays", 1, MostDays))),
        new("unhandled", ["workingDays"], f => new Unhandled(f.Number("workingDays", 1, MostDays))),
        new("result-late", ["workingDays"], f => new ResultLate(f.Number("workingDays", 1, MostDays))),
        new("reached", ["milestone"], f => new Reached(f.Choice<Milestone>("milestone"))),
        new("refusal-without-reason", ["results"], f => new RefusalWithoutReason(f.Texts("results"))),
        new("refusal-without-notice", ["results"], f => new RefusalWithoutNotice(f.Texts("results"))),
        new("suspension-without-notice", [], _ => new SuspensionWithoutNotice()),
        new("supplement-again", [], _ => new SupplementAgain()),
        new("extension-beyond", ["times", "workingDays", "jointWorkingDays", "jointLimit"], f => new ExtensionBeyond(
            f.Number("times", 1, 10), f.Number("workingDays", 1, MostDays), f.Number("jointWorkingDays", 1, MostDays), f.Number("jointLimit", 1, 365))),
        new("extension-after-limit", [], _ => new ExtensionAfterLimit()),
        new("returned-often", ["times"], f => new ReturnedOften(f.Number("times", 2, 20))),
        new("undone-after-decision", [], _ => new UndoneAfterDecision()),
        new("decision-backdated", ["minutes"], f => new DecisionBackdated(f.Number("minutes", 0, 60))),
        new("decided-elsewhere", ["minutes"], f => new DecidedElsewhere(f.Number("minutes", 1, 1440))),
        new("closed-without-result", [], _ => new ClosedWithoutResult()),
        new("flagged", [], _ => new Flagged()),
    ];

    public static TriggerForm? Find(string kind) => Array.Find(All, form => form.Kind == kind);
}
