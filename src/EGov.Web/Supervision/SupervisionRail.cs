using System.Collections.Immutable;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Supervision;

/// <summary>The rail of the supervisors' room: one line a page.</summary>
internal static class SupervisionRail
{
    private static readonly ImmutableArray<(string Address, string Icon, string Key)> Pages =
    [
        ("/supervision", "eye", "sup-board"),
        ("/supervision/cards", "flag", "sup-cards"),
        ("/supervision/orders", "send", "sup-orders"),
        ("/supervision/letters", "file-text", "sup-advice"),
        ("/supervision/rules", "scale", "sup-rules"),
        ("/supervision/messages", "message-2", "supervision-messages"),
        ("/supervision/assessment", "chart-bar", "assess-room"),
    ];

    /// <summary>Where the room begins.</summary>
    public static string Address => Pages[0].Address;

    /// <summary>The rail, on the page of this address.</summary>
    public static IReadOnlyList<RailLink> Of(string here) => [.. Pages.Select(page => new RailLink(page.Address, page.Icon, Words.Say(page.Key), page.Address == here))];
}
