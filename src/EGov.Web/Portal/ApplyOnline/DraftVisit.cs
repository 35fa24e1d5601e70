using EGov.Web.Layout;
using EGov.Web.Window;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>What every request about an application on its way has in common.</summary>
internal sealed record DraftVisit(HttpContext Context, PageFrame Frame, DraftDesk Desk)
{
    /// <summary>The application this browser has open; null when it has none of this item.</summary>
    public Task<OpenDraft?> OpenAsync(string item, CancellationToken stop) => Desk.OpenAsync(Context, item, stop);

    /// <summary>Where to go when nothing is open.</summary>
    public RedirectHttpResult ToBeginning(string item) => TypedResults.LocalRedirect(WindowDoor.IsAt(Context) ? WindowDoor.Address : $"/items/{Uri.EscapeDataString(item)}/apply");
}
