using EGov.Engine;
using EGov.Runtime.Inbox;
using EGov.Web.Desk.Inbox;

namespace EGov.Web.Desk.Trail;

/// <summary>来处: the list a case was opened from, and its line there. It travels in the address (<c>from</c>), so that J and K go on from there and what was looked for is kept.</summary>
/// <param name="List">The list, from this line on.</param>
/// <param name="Line">The line.</param>
public sealed record CaseTrail(InboxAddress List, InboxPlace Line)
{
    private const int Longest = 1_000;

    /// <summary>Out of an address: a tray, filters it knows and a line, put together anew; null for anything else.</summary>
    public static CaseTrail? Parse(string? from) =>
        from is { Length: > 0 and <= Longest } && InboxAddress.Parse(from) is { After: { } after } list && InboxPlace.Parse(after) is { } line ? Of(list, line) : null;

    /// <summary>The trail of a line of a list.</summary>
    public static CaseTrail Of(InboxAddress list, InboxPlace line)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new(list with { After = $"{line}", Before = null }, line);
    }

    /// <summary>The list from its top, as it was filtered.</summary>
    public string Back => (List with { After = null }).ToString();

    /// <summary>Where the next case of the list is found when it is asked for.</summary>
    public string Next => "/desk/next" + Query;

    /// <summary>Where the one before is found.</summary>
    public string Previous => "/desk/previous" + Query;

    /// <summary>What the address of a case ends with.</summary>
    public string Query => "?from=" + Uri.EscapeDataString(List.ToString());

    /// <summary>The page of a case with the trail to it.</summary>
    public static string AddressOf(CaseId number, CaseTrail? trail) => "/cases/" + Uri.EscapeDataString(number.Value) + trail?.Query;
}
