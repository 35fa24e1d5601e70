using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;

namespace EGov.Web.Administration.Delegations;

/// <summary>Where the register is kept from: the administrators' page of everybody's power, or an officer's own.</summary>
internal sealed record DelegationRoom(PageFrame Frame, CurrentActor Officer, DelegationRegister Register, WorkflowCatalog Catalog, OfficerNames Names, TimeProvider Time, HttpContext Context)
{
    private const string ForAll = "/administration/delegations";
    private const string Own = "/account/delegations";

    /// <summary>True on the administrators' page, whose door only they pass.</summary>
    public bool IsForAll => Context.Request.Path.StartsWithSegments(ForAll, StringComparison.Ordinal);

    /// <summary>The address of the register as it is kept here.</summary>
    public string Address => IsForAll ? ForAll : Own;

    /// <summary>What its pages show.</summary>
    public DelegationSheet Sheet => new(Frame, IsForAll, Address, Rail, Items, Officer.Actor.User, Catalog.Calendar.DayOf(Time.GetUtcNow()));

    private IReadOnlyList<RailLink> Rail => IsForAll
        ? AdministrationRail.Of("/delegations")
        : [new("/account", "user", Words.Say("account-title")), new(Own, "user-check", Words.Say("admin-delegations"), IsHere: true)];

    private Dictionary<string, string> Items => Catalog.Items.Where(item => Catalog.Published(item.Id.Value)?.Facts.Item is not null)
        .ToDictionary(item => item.Id.Value, item => item.Text("title", System.Globalization.CultureInfo.CurrentUICulture.Name) ?? item.Id.Value, StringComparer.Ordinal);
}

/// <summary>What the pages of the register share.</summary>
/// <param name="Frame">The page's frame.</param>
/// <param name="IsForAll">True when power of everybody is kept.</param>
/// <param name="Address">Where the register is.</param>
/// <param name="Rail">The rail beside it.</param>
/// <param name="Items">What power may be limited to, with what it is called.</param>
/// <param name="Me">Who keeps it.</param>
/// <param name="Today">What day it is.</param>
public sealed record DelegationSheet(PageFrame Frame, bool IsForAll, string Address, IReadOnlyList<RailLink> Rail, IReadOnlyDictionary<string, string> Items, UserId Me, DateOnly Today);
