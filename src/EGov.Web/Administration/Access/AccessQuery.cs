using System.Globalization;
using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Runtime.Handling;

namespace EGov.Web.Administration.Access;

/// <summary>What is asked of the access log; what cannot be read asks for nothing.</summary>
/// <param name="Officer">The account.</param>
/// <param name="Case">The case's number.</param>
/// <param name="Day">A day of the office, <c>2026-01-05</c>.</param>
public sealed record AccessQuery(string? Officer, string? Case, string? Day)
{
    /// <summary>The address of the same question, beginning at another line.</summary>
    public string AddressOf(string path, int skip) => string.Create(CultureInfo.InvariantCulture, $"{path}?officer={Escape(Officer)}&case={Escape(Case)}&day={Escape(Day)}&skip={skip}");

    /// <summary>As the log is asked.</summary>
    internal AccessFilter ToFilter(WorkingCalendar calendar)
    {
        var day = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : default(DateOnly?);
        return new(
            string.IsNullOrWhiteSpace(Officer) ? null : new UserId(Officer.Trim()), string.IsNullOrWhiteSpace(Case) ? null : new CaseId(Case.Trim()),
            day is { } from ? calendar.StartOf(from) : null, day is { } until ? calendar.EndOf(until) : null);
    }

    private static string Escape(string? text) => Uri.EscapeDataString(text ?? "");
}
