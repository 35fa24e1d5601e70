using System.Collections.Immutable;

namespace EGov.Engine.Assessment;

/// <summary>Whose work it was.</summary>
/// <param name="Team">The real unit's seat (科室、岗位).</param>
/// <param name="Officer">The officer; null for what no single person answers for.</param>
public sealed record Worker(PartyId Team, UserId? Officer) : IComparable<Worker>
{
    /// <summary>By team, then by officer, letter by letter.</summary>
    public int CompareTo(Worker? other) => other is null ? 1
        : string.CompareOrdinal(Team.Value, other.Team.Value) is not 0 and var team ? team
        : string.CompareOrdinal(Officer?.Value ?? "", other.Officer?.Value ?? "");

    /// <summary>True when one comes before the other.</summary>
    public static bool operator <(Worker? one, Worker? other) => Comparer<Worker>.Default.Compare(one, other) < 0;

    /// <summary>True when one comes after the other.</summary>
    public static bool operator >(Worker? one, Worker? other) => Comparer<Worker>.Default.Compare(one, other) > 0;

    /// <summary>True when one does not come after the other.</summary>
    public static bool operator <=(Worker? one, Worker? other) => Comparer<Worker>.Default.Compare(one, other) <= 0;

    /// <summary>True when one does not come before the other.</summary>
    public static bool operator >=(Worker? one, Worker? other) => Comparer<Worker>.Default.Compare(one, other) >= 0;
}

/// <summary>A rating (好差评) of a case; it stands beside the journal.</summary>
/// <param name="At">When it was given.</param>
/// <param name="Grade">5 is very satisfied, 1 very dissatisfied.</param>
/// <param name="IsAnswerToRepair">True for the applicant's answer to what was done about a poor one.</param>
public sealed record GivenRating(DateTimeOffset At, int Grade, bool IsAnswerToRepair);

/// <summary>A card (红黄牌) as supervision raised it.</summary>
/// <param name="At">The moment it is of.</param>
/// <param name="IsRed">True for a red one, false for a yellow one.</param>
/// <param name="Responsible">Whom it was given to.</param>
public sealed record GivenCard(DateTimeOffset At, bool IsRed, Worker Responsible);

/// <summary>What an item's cases, filed with one team, amount to.</summary>
/// <param name="Item">The item.</param>
/// <param name="FiledWith">The team that was the first to have work with it; empty when no officer ever had.</param>
public sealed record Filing(ItemId Item, PartyId FiledWith) : IComparable<Filing>
{
    /// <summary>By item, then by team, letter by letter.</summary>
    public int CompareTo(Filing? other) => other is null ? 1
        : string.CompareOrdinal(Item.Value, other.Item.Value) is not 0 and var item ? item
        : string.CompareOrdinal(FiledWith.Value, other.FiledWith.Value);

    /// <summary>True when one comes before the other.</summary>
    public static bool operator <(Filing? one, Filing? other) => Comparer<Filing>.Default.Compare(one, other) < 0;

    /// <summary>True when one comes after the other.</summary>
    public static bool operator >(Filing? one, Filing? other) => Comparer<Filing>.Default.Compare(one, other) > 0;

    /// <summary>True when one does not come after the other.</summary>
    public static bool operator <=(Filing? one, Filing? other) => Comparer<Filing>.Default.Compare(one, other) <= 0;

    /// <summary>True when one does not come before the other.</summary>
    public static bool operator >=(Filing? one, Filing? other) => Comparer<Filing>.Default.Compare(one, other) >= 0;
}

/// <summary>What cases amount to in a period: one, or any number added up. The order in which they are added does not matter.</summary>
public sealed record Tally
{
    /// <summary>No case.</summary>
    public static readonly Tally None = new();

    /// <summary>Cases in which anything counted.</summary>
    public int Cases { get; init; }

    /// <summary>The indicators of everybody who did anything.</summary>
    public ImmutableSortedDictionary<Worker, Performance> Work { get; init; } = ImmutableSortedDictionary<Worker, Performance>.Empty;

    /// <summary>What came and went.</summary>
    public ImmutableSortedDictionary<Filing, Throughput> Filings { get; init; } = ImmutableSortedDictionary<Filing, Throughput>.Empty;

    /// <summary>All together.</summary>
    public static Tally Sum(IEnumerable<Tally> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (cases, work, filings) = (0, new Dictionary<Worker, Performance>(), new Dictionary<Filing, Throughput>());
        foreach (var part in parts)
        {
            cases += part.Cases;
            foreach (var (worker, done) in part.Work) work[worker] = work.GetValueOrDefault(worker, Performance.None).Plus(done);
            foreach (var (filing, count) in part.Filings) filings[filing] = filings.GetValueOrDefault(filing, Throughput.None).Plus(count);
        }

        return new() { Cases = cases, Work = work.ToImmutableSortedDictionary(), Filings = filings.ToImmutableSortedDictionary() };
    }
}
