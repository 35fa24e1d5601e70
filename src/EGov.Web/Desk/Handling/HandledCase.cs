using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Web.Desk.Trail;
using EGov.Web.Layout;

namespace EGov.Web.Desk.Handling;

/// <summary>What of a case is looked at.</summary>
public enum CaseTab
{
    /// <summary>申请信息.</summary>
    Form,

    /// <summary>材料.</summary>
    Materials,

    /// <summary>往来.</summary>
    Letters,

    /// <summary>时限.</summary>
    Clocks,

    /// <summary>流程图.</summary>
    Drawing,

    /// <summary>关联办件.</summary>
    Related,
}

/// <summary>A case as the officer who handles it sees it.</summary>
public sealed record HandledCase
{
    public required CaseId Number { get; init; }

    /// <summary>The item.</summary>
    public required string Title { get; init; }

    /// <summary>Whom it is for, masked for those who need not know.</summary>
    public required string Applicant { get; init; }

    /// <summary>Version of the process, channel, status.</summary>
    public required ImmutableArray<string> About { get; init; }

    public required ImmutableArray<ShownClock> Clocks { get; init; }

    /// <summary>Who signs at the same time; empty when nobody does.</summary>
    public required ImmutableArray<ShownSigner> Signers { get; init; }

    public required ImmutableArray<StoryLine> Story { get; init; }

    /// <summary>What is the reader's to do now.</summary>
    public required ImmutableArray<ShownWork> Work { get; init; }

    /// <summary>Acts on the case as a whole, and on others' work.</summary>
    public required ImmutableArray<ShownAct> Acts { get; init; }

    /// <summary>For whom the case waits; empty when it is over.</summary>
    public required string WaitsFor { get; init; }

    public bool IsOver { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The list the reader came from; null when he came from elsewhere.</summary>
    public CaseTrail? Trail { get; init; }

    /// <summary>True when the reader watches it.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Its own page.</summary>
    public string Address => To("");

    /// <summary>The address of one of its tabs.</summary>
    public string AddressOf(CaseTab tab) => To("?tab=" + Http.Words.Kebab(tab));

    /// <summary>An address below the case, or one of its page with a query; the trail goes along.</summary>
    public string To(string below)
    {
        var address = "/cases/" + Uri.EscapeDataString(Number.Value) + below;
        return Trail is null ? address : below.Contains('?', StringComparison.Ordinal) ? address + "&" + Trail.Query[1..] : address + Trail.Query;
    }
}

/// <summary>A limit of a case.</summary>
/// <param name="Name">承诺 10 天，10月8日到期.</param>
/// <param name="Standing">余 2 天, drawn.</param>
/// <param name="Card">The card that was given for it, or null.</param>
/// <param name="Reasons">How its last day is found, a line for each kind of day.</param>
/// <param name="Days">Day by day.</param>
/// <param name="CountsTo">What the last day is for: acceptance, supplement or result.</param>
public sealed record ShownClock(string Name, DueStanding? Standing, RungAct? Card, ImmutableArray<string> Reasons, ImmutableArray<ExplainedDay> Days, string CountsTo);

/// <summary>One body of a parallel sign-off.</summary>
/// <param name="Party">Its name.</param>
/// <param name="Verdict">What it said, or that it is at work.</param>
/// <param name="Note">Who, when, how many days.</param>
/// <param name="Look"><c>is-done</c>, <c>is-now</c> or <c>is-late</c>.</param>
public sealed record ShownSigner(string Party, string Verdict, string Note, string Look);

/// <summary>Work of the reader: his own, or in the tray of a party of his.</summary>
/// <param name="WorkItem">Its number.</param>
/// <param name="Step">What is to be done.</param>
/// <param name="Party">For which body.</param>
/// <param name="Standing">Who holds it.</param>
/// <param name="Acts">What may be done with it, and what not and why.</param>
public sealed record ShownWork(int WorkItem, string Step, string Party, string Standing, ImmutableArray<ShownAct> Acts)
{
    /// <summary>The choices it is finished with.</summary>
    public IEnumerable<ShownAct> Choices => Acts.Where(act => act.Act == Act.Complete);

    public ShownAct? Find(Act act) => Acts.FirstOrDefault(shown => shown.Act == act && shown.Why is null) ?? Acts.FirstOrDefault(shown => shown.Act == act);

    /// <summary>True when one of the choices may be made now.</summary>
    public bool CanFinish => Choices.Any(choice => choice.Why is null);

    /// <summary>The language of the step's title where it is not the page's; else null.</summary>
    public string? StepTongue { get; init; }

    /// <summary>Documents of the result that are to be filed with this work; empty for other work.</summary>
    public ImmutableArray<(string Code, string Name)> Results { get; init; } = [];
}

/// <summary>An act as it is offered.</summary>
/// <param name="Act">What.</param>
/// <param name="WorkItem">On which work item; 0 for the case.</param>
/// <param name="Option">Which choice, target, party or clock.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Why">Why it is impossible; null when it is not.</param>
public sealed record ShownAct(Act Act, int WorkItem, string Option, string Title, string? Why)
{
    /// <summary>True when it wants a reason.</summary>
    public bool AsksReason { get; init; }

    /// <summary>True when it cannot be taken back.</summary>
    public bool IsFinal { get; init; }

    /// <summary>True when the applicant is told the text.</summary>
    public bool IsTold { get; init; }
}
