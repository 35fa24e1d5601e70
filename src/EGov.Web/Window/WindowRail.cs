using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Window;

/// <summary>Pages of the room.</summary>
internal enum WindowRoom
{
    /// <summary>What to take in, and what came today.</summary>
    Today,

    /// <summary>Somewhere below.</summary>
    TakeIn,
}

/// <summary>The rail of the window's room.</summary>
internal static class WindowRail
{
    public static IReadOnlyList<RailLink> Of(WindowRoom here) => [new(WindowDoor.Address, "building-store", Words.Say("window-title"), here == WindowRoom.Today)];
}
