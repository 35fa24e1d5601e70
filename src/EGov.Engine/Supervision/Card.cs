using System.Globalization;

namespace EGov.Engine.Supervision;

/// <summary>What of a case a card is about.</summary>
public enum SubjectKind
{
    /// <summary>The whole case.</summary>
    Case,

    /// <summary>A clock, in one of its rounds.</summary>
    Clock,

    /// <summary>A work item.</summary>
    Work,

    /// <summary>An activity's run.</summary>
    Step,
}

/// <summary>What a card is about: one rule raises one card about it, ever.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The clock's id; empty otherwise.</param>
/// <param name="Number">Number of the work item or run, or the clock's round; 0 otherwise.</param>
public readonly record struct Subject(SubjectKind Kind, string Name, int Number)
{
    /// <summary>The whole case.</summary>
    public static readonly Subject Case = new(SubjectKind.Case, "", 0);

    /// <summary>As it is stored: <c>case</c>, <c>clock:promised</c>, <c>clock:acceptance/2</c>, <c>work:7</c>, <c>step:4</c>.</summary>
    public override string ToString() => Kind switch
    {
        SubjectKind.Case => "case",
        SubjectKind.Clock when Number > 1 => string.Create(CultureInfo.InvariantCulture, $"clock:{Name}/{Number}"),
        SubjectKind.Clock => "clock:" + Name,
        SubjectKind.Work => string.Create(CultureInfo.InvariantCulture, $"work:{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"step:{Number}"),
    };
}

/// <summary>A card (红黄牌): what a rule found in a case, at the moment the rule names. The same whenever and however often the rules are run.</summary>
/// <param name="Rule">The rule in the version that was in force.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="At">When it happened: the moment the rule computes, never when a program got round to it (状态产生时间).</param>
public sealed record Card(SupervisionRule Rule, Subject Subject, DateTimeOffset At)
{
    /// <summary>The party that had the case in hand (被督办机构); null when nobody had yet.</summary>
    public PartyId? Party { get; init; }

    /// <summary>The officer who had it in hand or acted; null when nobody had taken it.</summary>
    public UserId? Officer { get; init; }

    /// <summary>The box; null when it is about no single one.</summary>
    public ActivityId? Activity { get; init; }

    /// <summary>The last day that was not kept or is near; null when the card is about no time.</summary>
    public DateOnly? Due { get; init; }
}
