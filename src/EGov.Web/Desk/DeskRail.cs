using EGov.Runtime.Inbox;
using EGov.Web.Desk.Inbox;
using EGov.Web.Desk.Unsettled;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Desk;

/// <summary>The rail of the clerks' room.</summary>
internal static class DeskRail
{
    /// <summary>The rail of a page.</summary>
    /// <param name="here">The page's own address.</param>
    /// <param name="counts">How much lies where; null says nothing.</param>
    public static IReadOnlyList<RailLink> Of(string here, InboxCounts? counts = null) =>
    [
        Tray(InboxTray.Mine, "inbox", here, counts?.Mine),
        Tray(InboxTray.Party, "users-group", here, counts?.Party),
        Tray(InboxTray.Watched, "star", here, counts?.Watched),
        Tray(InboxTray.Done, "circle-check", here, null),
        new("/desk/phrases", "quote", Words.Say("phrases-title"), here == "/desk/phrases"),
        new("/desk/assignments", "clipboard-text", Words.Say("assigned-title"), here == "/desk/assignments"),
        new(UnsettledEndpoint.Address, "message-exclamation", Words.Say("unsettled-title"), here == UnsettledEndpoint.Address, counts is { Unsettled: > 0 } some ? InboxTabs.Told(some.Unsettled) : null),
        new("/desk/cards", "flag", Words.Say("sup-own"), here == "/desk/cards"),
        new("/notices", "bell", Words.Say("notices-title"), here == "/notices"),
    ];

    private static RailLink Tray(InboxTray tray, string icon, string here, int? count) =>
        new(InboxAddress.PathOf(tray), icon, Words.Say("inbox-" + Words.Kebab(tray)), InboxAddress.PathOf(tray) == here, count is { } known ? InboxTabs.Told(known) : null);
}
