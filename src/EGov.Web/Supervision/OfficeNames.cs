using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;

namespace EGov.Web.Supervision;

/// <summary>Names for the codes that cards are counted by; units are read anew each time, since they are reorganised.</summary>
internal sealed class OfficeNames(WorkflowCatalog catalog, UnitRegister units)
{
    public async Task<NameBook> ReadAsync(CancellationToken stop) => new(catalog, await units.AllAsync(stop));
}
