using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Runtime.Storage;
using EGov.Runtime.Supervision;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EGov.Runtime;

/// <summary>What happens before the first order is taken: the database is brought to the model, the catalog is read, the demonstration district and office opened if asked for.</summary>
public sealed class RuntimeStart : IHostedService
{
    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;
    private readonly RuleShelf _rules;
    private readonly DemonstrationDistrict _district;
    private readonly DemonstrationSettings _demonstration;
    private readonly IServiceScopeFactory _scopes;

    internal RuntimeStart(Database database, WorkflowCatalog catalog, RuleShelf rules, DemonstrationDistrict district, DemonstrationSettings demonstration, IServiceScopeFactory scopes) =>
        (_database, _catalog, _rules, _district, _demonstration, _scopes) = (database, catalog, rules, district, demonstration, scopes);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _database.MigrateAsync(cancellationToken);
        await _catalog.LoadAsync(cancellationToken);
        await _rules.LoadAsync(cancellationToken);
        if (_demonstration.Units) await _district.OpenAsync(cancellationToken);
        if (!_demonstration.Officers) return;
        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemonstrationOffice>().OpenAsync();
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
