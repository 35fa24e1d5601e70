using System.Collections.Immutable;
using EGov.Runtime.People;
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
        ("/phrases", "quote", "admin-phrases"),
        ("/calendar", "calendar", "calendar-title"),
        ("/log", "history", "admin-log"),
        ("/access", "eye", "admin-access"),
    ];

    /// <summary>The rail, on the page of this path.</summary>
    public static IReadOnlyList<RailLink> Of(string here) => [.. Pages.Select(page => new RailLink(Address + page.Path, page.Icon, Words.Say(page.Key), page.Path == here))];

    /// <summary>The same for a page that others open too: to them it is the only one.</summary>
    public static IReadOnlyList<RailLink> Of(string here, Viewer? viewer) => viewer?.Roles.Contains(Roles.Administrator) ?? false ? Of(here) : [.. Of(here).Where(link => link.IsHere)];
}
