namespace EGov.Web.Supervision.Cards;

/// <summary>What the forms about a card and an order send.</summary>
internal sealed record CardForm
{
    /// <summary>Reason, answer, content or reply.</summary>
    public string? Text { get; init; }

    /// <summary><c>uphold</c> or <c>lift</c>.</summary>
    public string? How { get; init; }

    /// <summary>The last day for the reply, <c>2026-01-05</c>.</summary>
    public string? DueOn { get; init; }

    /// <summary>Made once per rendering of the form.</summary>
    public string? Click { get; init; }

    /// <summary>The day as it was sent; the first day there is when it cannot be read, which every door refuses.</summary>
    public DateOnly Due => DateOnly.TryParseExact(DueOn, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : DateOnly.MinValue;

    /// <summary>False for a form that was not made here.</summary>
    public bool HasClick => Click is { Length: > 0 and <= 40 };
}
