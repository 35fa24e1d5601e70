using EGov.Runtime.Catalog;

namespace EGov.Web.Portal.Items;

/// <summary>An item in a list.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Version">The version new cases open on.</param>
/// <param name="PromisedLimitInWorkingDays">承诺办结时限; 0 when none is promised.</param>
/// <param name="StatutoryLimitInWorkingDays">法定办结时限; 0 when the law sets none.</param>
public sealed record ItemSummary(string Id, string Name, int Version, int PromisedLimitInWorkingDays, int StatutoryLimitInWorkingDays)
{
    /// <summary>Every item with a published process of its own; small flows that others use are not for applicants.</summary>
    internal static IEnumerable<ItemSummary> Of(WorkflowCatalog catalog, string culture) =>
        from item in catalog.Items
        let workflow = catalog.Offered(item.Id.Value)
        where workflow is not null
        select new ItemSummary(
            item.Id.Value, item.Text("title", culture) ?? workflow.Name, workflow.Version,
            workflow.Facts.PromisedLimitInWorkingDays, workflow.Facts.StatutoryLimitInWorkingDays);
}
