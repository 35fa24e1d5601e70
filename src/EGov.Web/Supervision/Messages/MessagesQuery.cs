using System.Globalization;
using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Runtime.Outbox;

namespace EGov.Web.Supervision.Messages;

/// <summary>What is asked of the outbox; what cannot be read asks for nothing.</summary>
/// <param name="State">One of <see cref="OutboxState"/>.</param>
/// <param name="Day">A day of the office, <c>2026-01-05</c>; without one, <see cref="DaysBack"/> and what is still to come.</param>
/// <param name="Body">A body that handles the case.</param>
/// <param name="Way">A gateway by its name.</param>
public sealed record MessagesQuery(string? State, string? Day, string? Body, string? Way)
{
    /// <summary>How many days are looked at when none is named.</summary>
    public const int DaysBack = 30;

    /// <summary>The address of the same question about another state, beginning at another line.</summary>
    public string AddressOf(string? state, int skip = 0)
    {
        (string Name, string? Value)[] parts = [("state", state), ("day", Day), ("body", Body), ("way", Way), ("skip", skip == 0 ? null : skip.ToString(CultureInfo.InvariantCulture))];
        return MessagesEndpoint.Address + "?" + string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    /// <summary>As the outbox is asked.</summary>
    internal MessageFilter ToFilter(WorkingCalendar calendar, DateTimeOffset now)
    {
        var day = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : default(DateOnly?);
        var (from, until) = day is { } one ? (calendar.StartOf(one), calendar.EndOf(one)) : (now.AddDays(-DaysBack), now.AddYears(1));
        return new(OutboxState.All.Contains(State) ? State : null, from, until)
        {
            Body = string.IsNullOrWhiteSpace(Body) ? null : new PartyId(Body.Trim()), Gateway = string.IsNullOrWhiteSpace(Way) ? null : Way.Trim(),
        };
    }
}
