using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Supervision;

namespace EGov.Web.Supervision.Letters;

/// <summary>What the form of a letter of advice (监察建议书) sends.</summary>
internal sealed record AdviceForm
{
    public string? Body { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Text { get; init; }

    /// <summary>The last day for an answer; empty asks for none.</summary>
    public string? DueOn { get; init; }

    public string? Click { get; init; }

    /// <summary>The letter; null when a day cannot be read or the form was not made here.</summary>
    public AdviceDraft? Draft =>
        Click is not { Length: > 0 and <= 40 } || string.IsNullOrWhiteSpace(Body) || Day(From) is not { } from || Day(To) is not { } to || (!string.IsNullOrEmpty(DueOn) && Day(DueOn) is null)
            ? null
            : new(new PartyId(Body.Trim()), from, to, Text, Day(DueOn));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
