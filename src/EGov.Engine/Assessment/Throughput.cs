namespace EGov.Engine.Assessment;

/// <summary>How many cases came and went (办件量), as whole counts.</summary>
public sealed record Throughput
{
    /// <summary>Nothing came and nothing went.</summary>
    public static readonly Throughput None = new();

    /// <summary>Applications received (收件).</summary>
    public int Received { get; init; }

    /// <summary>Accepted (受理), by the office or by its silence.</summary>
    public int Accepted { get; init; }

    /// <summary>Not accepted (不予受理).</summary>
    public int NotAccepted { get; init; }

    /// <summary>Finished (办结).</summary>
    public int Closed { get; init; }

    /// <summary>Withdrawn by the applicant (撤回).</summary>
    public int Withdrawn { get; init; }

    /// <summary>Finished cases whose limit was counted by a clock.</summary>
    public int Timed { get; init; }

    /// <summary>Working days counted against the office in those, in all.</summary>
    public int UsedWorkingDays { get; init; }

    /// <summary>Working days promised in those, in all, extensions left out.</summary>
    public int PromisedWorkingDays { get; init; }

    /// <summary>Those of them that took longer than their limit.</summary>
    public int Late { get; init; }

    /// <summary>Both together.</summary>
    public Throughput Plus(Throughput other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Received = Received + other.Received,
            Accepted = Accepted + other.Accepted,
            NotAccepted = NotAccepted + other.NotAccepted,
            Closed = Closed + other.Closed,
            Withdrawn = Withdrawn + other.Withdrawn,
            Timed = Timed + other.Timed,
            UsedWorkingDays = UsedWorkingDays + other.UsedWorkingDays,
            PromisedWorkingDays = PromisedWorkingDays + other.PromisedWorkingDays,
            Late = Late + other.Late,
        };
    }
}
