using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Notices;
using EGov.Web.Security;
using EGov.Web.Window;

namespace EGov.Web.Layout;

/// <summary>Who looks at a page: what its frame says of him and which rooms it offers. What he may do is asked elsewhere.</summary>
/// <param name="UserName">His account.</param>
/// <param name="Name">His name in the reader's language.</param>
/// <param name="Roles">Which rooms are his besides the desk.</param>
/// <param name="Unread">How many notices he has not read.</param>
public sealed record Viewer(string UserName, string Name, ImmutableArray<string> Roles, int Unread)
{
    /// <summary>True when a post of his takes items in at a window.</summary>
    public bool TakesIn { get; init; }

    /// <summary>Called by minimal APIs; null for somebody who is not signed in.</summary>
    internal static async ValueTask<Viewer?> OfAsync(HttpContext context)
    {
        if (await SignedIn.OfAsync(context) is not { Officer: var officer, Roles: var roles, Powers: var powers }) return null;
        var name = CultureInfo.CurrentUICulture.Name == "en" ? officer.DisplayNameEn : officer.DisplayName;
        var board = context.RequestServices.GetRequiredService<NoticeBoard>();
        return new(officer.UserName!, name, [.. roles], await board.UnreadAsync(new NoticeDesks(new UserId(officer.UserName!), officer.PartyIds, powers), context.RequestAborted))
        {
            TakesIn = context.RequestServices.GetRequiredService<WindowDoor>().ItemsOf(officer.ToActor()).Any(),
        };
    }
}

/// <summary>What the frame of every page needs: who looks, and from where.</summary>
/// <param name="Viewer">The signed-in officer, or null.</param>
/// <param name="Address">Path and query of the page, for coming back.</param>
public sealed record PageFrame(Viewer? Viewer, string Address)
{
    /// <summary>What was just done, in the reader's language; told on this page only. Null when nothing was.</summary>
    public string? Told { get; init; }

    /// <summary>Called by minimal APIs.</summary>
    public static async ValueTask<PageFrame> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(await Viewer.OfAsync(context), context.Request.Path + context.Request.QueryString) { Told = Layout.Told.Take(context) };
    }
}
