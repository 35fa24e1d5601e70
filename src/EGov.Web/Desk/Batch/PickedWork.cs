using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;

namespace EGov.Web.Desk.Batch;

/// <summary>A work item somebody has picked in a list.</summary>
public readonly record struct PickedWork(CaseId Case, int WorkItem)
{
    /// <summary>How many may be picked at once: a page of a tray.</summary>
    public const int Most = 50;

    /// <summary>What a form sends; what is no work item is left out.</summary>
    public static ImmutableArray<PickedWork> Read(IEnumerable<string?>? picks) => [.. (picks ?? []).Select(Parse).OfType<PickedWork>().Distinct().Take(Most)];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case}/{WorkItem}");

    private static PickedWork? Parse(string? pick) =>
        pick?.Split('/') is [{ Length: > 0 and <= 50 } number, var item] && int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var work) ? new(new CaseId(number), work) : null;
}

/// <summary>What the forms of a batch send.</summary>
internal sealed record BatchForm
{
    public string[]? Pick { get; init; }

    public string? Click { get; init; }

    public string? Choice { get; init; }

    public string? Opinion { get; init; }

    public string? Back { get; init; }
}
