using System.Collections.Immutable;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Administration;

/// <summary>The rail of the administrators' room: one line a page.</summary>
internal static class AdministrationRail
{
    public const string Address = "/administration";

    private static readonly ImmutableArray<(string Path, string Icon, string Key)> Pages =
    [
        ("/officers", "users", "admin-officers"),
        ("/units", "building-community", "admin-units"),
        ("/delegations", "user-check", "admin-delegations"),
        ("/import", "table-import", "import-title"),
        ("/sessions", "devices", "admin-sessions"),
        ("/messages", "message-2", "admin-messages"),
        ("/calendar", "calendar", "calendar-title"),
        ("/log", "history", "admin-log"),
    ];

    /// <summary>The rail, on the page of this path.</summary>
    public static IReadOnlyList<RailLink> Of(string here) => [.. Pages.Select(page => new RailLink(Address + page.Path, page.Icon, Words.Say(page.Key), page.Path == here))];
}
