using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Redesign;

/// <summary>Pages of the room.</summary>
internal enum RedesignRoom
{
    /// <summary>The processes and their versions.</summary>
    Shelf,

    /// <summary>Somewhere below.</summary>
    Elsewhere,
}

/// <summary>The rail of the efficiency office's room.</summary>
internal static class RedesignRail
{
    public static IReadOnlyList<RailLink> Of(RedesignRoom here) => [new("/designer", "sitemap", Words.Say("frame-designer"), here == RedesignRoom.Shelf)];
}
