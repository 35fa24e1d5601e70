using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.Extensions.Hosting;

namespace EGov.Runtime;

/// <summary>What happens before the first order is taken: the database is brought to the model, the catalog is read.</summary>
public sealed class RuntimeStart : IHostedService
{
    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;

    internal RuntimeStart(Database database, WorkflowCatalog catalog) => (_database, _catalog) = (database, catalog);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _database.MigrateAsync(cancellationToken);
        await _catalog.LoadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
