using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Organisation;

namespace EGov.Runtime.Inbox;

/// <summary>Which desk is looked at.</summary>
public enum InboxTray
{
    /// <summary>待办: what I hold.</summary>
    Mine,

    /// <summary>待签收: what lies in my parties' trays and nobody holds.</summary>
    Party,

    /// <summary>关注: cases I watch.</summary>
    Watched,

    /// <summary>已办: what I completed.</summary>
    Done,
}

/// <summary>Whose desk, and what is looked for on it; what is null does not matter.</summary>
/// <param name="Tray">Which desk.</param>
/// <param name="Officer">Who looks.</param>
/// <param name="Parties">His parties.</param>
public sealed record InboxFilter(InboxTray Tray, UserId Officer, ImmutableArray<PartyId> Parties)
{
    /// <summary>Power of others that he may use today: its trays lie on his desk too.</summary>
    public ImmutableArray<LentPower> Lent { get; init; } = [];

    /// <summary>Of this item.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>At this step.</summary>
    public ActivityId? Activity { get; init; }

    /// <summary>Due on this day or later.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Due on this day or earlier; what has no running clock is due on the last day there is.</summary>
    public DateOnly? DueUntil { get; init; }

    /// <summary>Instead of what nobody holds: what this colleague holds for the parties.</summary>
    public UserId? Holder { get; init; }

    /// <summary>With what he holds himself, in one list with what nobody holds.</summary>
    public bool WithOwn { get; init; }

    /// <summary>The beginning of a case number, or part of the applicant's name.</summary>
    public string? Word { get; init; }

    /// <summary>True when the word can only be the beginning of a case number.</summary>
    public bool IsNumber => Word is { } word && word.Any(char.IsAsciiDigit) && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}

/// <summary>A place in a tray, from which the next page begins: what the lines are sorted by.</summary>
/// <param name="Due">The nearest due date.</param>
/// <param name="At">Since when it lies there, or when it was done.</param>
/// <param name="Case">The case.</param>
/// <param name="WorkItem">Its number within the case.</param>
public sealed record InboxPlace(DateOnly Due, DateTimeOffset At, CaseId Case, int WorkItem)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => FormattableString.Invariant($"{Due:yyyyMMdd}.{At.ToUnixTimeMilliseconds()}.{WorkItem}.{Case}");

    /// <summary>Out of an address; null when it is none.</summary>
    public static InboxPlace? Parse(string? text)
    {
        var parts = text?.Split('.', 4);
        return parts is { Length: 4 } && DateOnly.TryParseExact(parts[0], "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var due)
            && long.TryParse(parts[1], out var at) && Math.Abs(at) < 1L << 46 && int.TryParse(parts[2], out var item)
            ? new(due, DateTimeOffset.FromUnixTimeMilliseconds(at), new CaseId(parts[3]), item)
            : null;
    }
}
