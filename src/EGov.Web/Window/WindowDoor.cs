using EGov.Engine;
using EGov.Engine.Activities.Approval;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;

namespace EGov.Web.Window;

/// <summary>Who takes in what: the front office of an item, or whoever accepts where an item has no front office.</summary>
internal sealed class WindowDoor(WorkflowCatalog catalog)
{
    public const string Address = "/window";

    /// <summary>True for the pages of this room.</summary>
    public static bool IsAt(HttpContext context) => context.Request.Path.StartsWithSegments(Address, StringComparison.Ordinal);

    /// <summary>The items this officer may take in.</summary>
    public IEnumerable<Item> ItemsOf(Actor officer) => catalog.Items.Where(item => MayTakeIn(officer, item));

    /// <summary>True when one of his posts takes this item in.</summary>
    public bool MayTakeIn(Actor officer, Item item) => catalog.Offered(item.Id.Value) is { } workflow && PartiesOf(workflow).Any(party => officer.Parties.Any(own => own == party || own.Value.StartsWith(party.Value + "@", StringComparison.Ordinal)));

    private static IEnumerable<PartyId> PartiesOf(WorkflowDefinition workflow) => workflow.Facts.FrontOffice.IsEmpty
        ? from node in workflow.Nodes
          where node.Behaviour is Accept && node.Inputs.ContainsKey("party")
          from party in node.Inputs["party"].Constant?.ToTexts() ?? []
          select new PartyId(party)
        : workflow.Facts.FrontOffice;
}
