using EGov.Runtime.People;
using EGov.Web.Http;
using EGov.Web.Supervision;
using EGov.Web.Window;

namespace EGov.Web.Layout;

/// <summary>The rooms behind the sign-in that are somebody's: the desk is everybody's, others come with a role, the window with a post that takes items in. A link is no right; every door asks again.</summary>
internal static class Rooms
{
    public static IReadOnlyList<RailLink> Of(Viewer viewer) =>
    [
        new("/desk", "inbox", Words.Say("frame-desk")),
        .. viewer.Roles.Contains(Roles.Lead) ? [new("/lead", "gavel", Words.Say("lead-room"))] : Array.Empty<RailLink>(),
        .. viewer.TakesIn ? [new(WindowDoor.Address, "building-store", Words.Say("window-title"))] : Array.Empty<RailLink>(),
        .. viewer.Roles.Contains(Roles.Supervisor) ? [new(SupervisionRail.Address, "eye-check", Words.Say("supervision-room"))] : Array.Empty<RailLink>(),
        .. viewer.Roles.Contains(Roles.Analyst) ? [new("/designer", "sitemap", Words.Say("frame-designer"))] : Array.Empty<RailLink>(),
        .. viewer.Roles.Contains(Roles.Administrator) ? [new("/administration", "settings", Words.Say("admin-room"))]
            : viewer.Roles.Contains(Roles.Auditor) ? [new("/administration/access", "eye", Words.Say("admin-access"))] : Array.Empty<RailLink>(),
    ];
}
