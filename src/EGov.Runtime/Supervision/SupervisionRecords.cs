using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Supervision;

namespace EGov.Runtime.Supervision;

/// <summary>What became of a card.</summary>
public enum CardState
{
    /// <summary>Nobody has said anything yet.</summary>
    Open,

    /// <summary>The unit has answered (申辩); supervision has not settled it.</summary>
    Answered,

    /// <summary>Supervision upholds it (维持).</summary>
    Upheld,

    /// <summary>Supervision lifts it (撤销), with a reason.</summary>
    Lifted,
}

/// <summary>What somebody did about a card.</summary>
public enum CardAct
{
    /// <summary>The unit's answer (申辩).</summary>
    Answer,

    /// <summary>维持.</summary>
    Uphold,

    /// <summary>撤销.</summary>
    Lift,
}

/// <summary>A card (红黄牌) as lists show it, with the fields of GB/T 39046 table 11.</summary>
/// <param name="Number">监察编号.</param>
/// <param name="Case">办件编号.</param>
/// <param name="Rule">监察规则编号.</param>
/// <param name="RuleVersion">In which version.</param>
/// <param name="Severity">监察预警类型.</param>
/// <param name="Subject">What it is about: <c>case</c>, <c>clock:promised</c>, <c>work:7</c>, <c>step:4</c>.</param>
/// <param name="At">状态产生时间.</param>
/// <param name="Party">被督办机构, 责任部门: the seat (unit and role); null when nobody had the case.</param>
/// <param name="Officer">Who had it in hand; null when nobody had taken it.</param>
/// <param name="Activity">The box; null when it is about no single one.</param>
/// <param name="Due">The day that was not kept or is near; null when it is about no time.</param>
/// <param name="DefinitionId">The item's process.</param>
/// <param name="DefinitionVersion">In which version.</param>
/// <param name="Place">Where it was filed; null when online.</param>
/// <param name="State">What became of it.</param>
public sealed record CardEntry(
    string Number, CaseId Case, string Rule, int RuleVersion, Severity Severity, string Subject, DateTimeOffset At, PartyId? Party, UserId? Officer, ActivityId? Activity, DateOnly? Due,
    string DefinitionId, int DefinitionVersion, string? Place, CardState State);

/// <summary>Which cards, the latest first. Everything left null asks for nothing.</summary>
public sealed record CardFilter
{
    /// <summary>How grave.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What became of them.</summary>
    public CardState? State { get; init; }

    /// <summary>Of which seats.</summary>
    public ImmutableArray<string>? Parties { get; init; }

    /// <summary>Of which item's process.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>Of which place of filing.</summary>
    public string? Place { get; init; }

    /// <summary>Of any of these places of filing, such as a street with its communities.</summary>
    public ImmutableArray<string>? Places { get; init; }

    /// <summary>True for those that supervision has settled, false for those it has not.</summary>
    public bool? IsSettled { get; init; }

    /// <summary>By which rule.</summary>
    public string? Rule { get; init; }

    /// <summary>Of which case.</summary>
    public CaseId? Case { get; init; }

    /// <summary>From this moment on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>How many to leave out, 0 to <see cref="SupervisionBoard.MostSkipped"/>.</summary>
    public int Skip { get; init; }

    /// <summary>How many at most, 1 to 200.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>A page of cards and how many there are in all.</summary>
public sealed record CardPage(ImmutableArray<CardEntry> Cards, int Total);

/// <summary>One act about a card.</summary>
/// <param name="Act">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Text">His words; empty once erased.</param>
public sealed record CardActEntry(CardAct Act, UserId By, DateTimeOffset At, string Text);

/// <summary>督办单.</summary>
/// <param name="Id">Which.</param>
/// <param name="Case">办件编号.</param>
/// <param name="Card">The card's number it came from; null when from none.</param>
/// <param name="Party">被督办机构.</param>
/// <param name="Content">督办内容.</param>
/// <param name="IssuedBy">Who issued it; <c>system</c> when a rule did.</param>
/// <param name="IssuedAt">督办发出时间.</param>
/// <param name="DueOn">The last day for the reply.</param>
/// <param name="Reply">What the unit replied; null while it has not.</param>
/// <param name="RepliedBy">Who replied.</param>
/// <param name="RepliedAt">When.</param>
/// <param name="ClosedBy">Who of supervision closed it; null while it is open.</param>
/// <param name="ClosedAt">When.</param>
public sealed record SupervisionOrder(
    string Id, CaseId Case, string? Card, PartyId Party, string Content, UserId IssuedBy, DateTimeOffset IssuedAt, DateOnly DueOn, string? Reply, UserId? RepliedBy, DateTimeOffset? RepliedAt, UserId? ClosedBy, DateTimeOffset? ClosedAt);

/// <summary>A card with everything about it.</summary>
/// <param name="Card">The card.</param>
/// <param name="Rule">The rule in the card's version; null when that is unknown here.</param>
/// <param name="Acts">What was done, in order.</param>
/// <param name="Orders">Orders that came from it.</param>
public sealed record CardFile(CardEntry Card, SupervisionRule? Rule, ImmutableArray<CardActEntry> Acts, ImmutableArray<SupervisionOrder> Orders);

/// <summary>监察建议书, with the cards of the unit in its time as they stood when it was written.</summary>
public sealed record AdviceLetter(string Id, PartyId Party, DateOnly From, DateOnly To, int Yellow, int Red, int Orders, string Text, UserId IssuedBy, DateTimeOffset IssuedAt, DateOnly? ReplyDueOn);

/// <summary>Why an act about a card was not done.</summary>
public enum DeskAnswer
{
    /// <summary>It was done, or had been done by the same click.</summary>
    Done,

    /// <summary>There is no such card or order.</summary>
    Unknown,

    /// <summary>It is for supervision, or for the unit that is responsible.</summary>
    NotYours,

    /// <summary>Words are missing, or too many, or not showable.</summary>
    TextWrong,

    /// <summary>It was settled, replied to or closed before.</summary>
    SettledBefore,

    /// <summary>The day lies in the past or too far ahead.</summary>
    DayWrong,
}

/// <summary>Who asks at the supervision desk.</summary>
/// <param name="Actor">Himself, with his seats.</param>
/// <param name="Supervises">True with the role of supervision, and with nothing else.</param>
public sealed record DeskPerson(EGov.Engine.Cases.Actor Actor, bool Supervises);
