using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using EGov.Web.Portal.ApplyOnline;
using EGov.Web.Security;

namespace EGov.Web.Window;

/// <summary>What every request of a window officer has in common.</summary>
internal sealed record WindowVisit(HttpContext Context, PageFrame Frame, DraftDesk Desk, CurrentActor Officer, WindowDoor Door, WorkflowCatalog Catalog)
{
    /// <summary>The application on its way, as the pages of its steps know it.</summary>
    public DraftVisit Draft => new(Context, Frame, Desk);

    /// <summary>What an item is called in the reader's language.</summary>
    public string TitleOf(string item) => Catalog.Find(new ItemId(item))?.Text("title", CultureInfo.CurrentUICulture.Name) ?? item;

    /// <summary>True when this officer may take in this item.</summary>
    public bool MayTakeIn(string item) => Catalog.Find(new ItemId(item)) is { } found && Door.MayTakeIn(Officer.Actor, found);

    /// <summary>The page that says that this is somebody else's post.</summary>
    public static IResult Refused => TypedResults.StatusCode(StatusCodes.Status403Forbidden);
}
