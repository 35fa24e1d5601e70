using System.Globalization;
using EGov.Engine;

namespace EGov.Runtime.Outbox;

/// <summary>One attempt at one message: the case, the event that asked for it, the attempt from 1. Written <c>FBL-20260928-000001.7.1</c>.</summary>
/// <param name="Case">The case.</param>
/// <param name="EventNumber">The event that asked for the message, from 1 within the case.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
public readonly record struct MessageKey(CaseId Case, int EventNumber, int Attempt)
{
    /// <summary>The message without its attempt, as logs name it: <c>FBL-20260928-000001:7</c>.</summary>
    public string Message => string.Create(CultureInfo.InvariantCulture, $"{Case}:{EventNumber}");

    /// <summary>Reads what <see cref="ToString"/> writes; false for anything else.</summary>
    public static bool TryParse(string? text, out MessageKey key)
    {
        key = default;
        if (text?.Split('.') is not [{ Length: > 0 and <= 50 } number, var place, var attempt]) return false;
        if (!int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || !int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var tried)) return false;
        key = new(new CaseId(number), asked, tried);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case}.{EventNumber}.{Attempt}");
}
