using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Security;

namespace EGov.Web.Studio.Instances;

/// <summary>The list of cases in Studio; each officer sees those he may read.</summary>
internal static class ListInstancesEndpoint
{
    public static void Map(IEndpointRouteBuilder instances)
    {
        instances.MapGet("", HandleAsync);
        instances.MapPost("", HandleAsync);
    }

    private static async Task<IResult> HandleAsync(InstanceQuery query, CurrentActor reader, InstanceList list, CancellationToken stop)
    {
        if (query.Register is not { } asked) return query.Refused;
        var (items, total) = await list.FindAsync(asked, query.Parents, reader, stop);
        return StudioJson.Answer(new { items, totalCount = total });
    }
}

/// <summary>Looks cases up for a reader.</summary>
internal sealed class InstanceList(CaseRegister register, WorkflowCatalog catalog, InstanceRoom room)
{
    public async Task<(IEnumerable<InstanceSummary> Items, int Total)> FindAsync(RegisterQuery asked, IReadOnlyList<string> parents, CurrentActor reader, CancellationToken stop)
    {
        if (!reader.ReadsAll) asked = asked with { Readable = new(reader.Actor.User, reader.Actor.Parties, catalog.Naming(reader.Actor.Parties)) };
        if (parents.Count > 0) asked = asked with { Cases = await ChildrenAsync(parents, reader, stop) };
        var entries = await register.FindAsync(asked, stop);
        var progress = await register.ProgressAsync([.. entries.Select(entry => entry.Case)], stop);
        return (entries.Select(entry => Summarize(entry, progress[entry.Case])), await register.CountAsync(asked, stop));
    }

    private static InstanceSummary Summarize(RegisterEntry entry, CaseProgress progress) => new(entry.Case, entry.DefinitionId, entry.DefinitionVersion, entry.Status)
    {
        IncidentCount = progress.OpenIncidents, CreatedAt = entry.OpenedAt, UpdatedAt = progress.ChangedAt, FinishedAt = entry.ClosedAt,
    };

    private async Task<ImmutableArray<CaseId>> ChildrenAsync(IEnumerable<string> parents, CurrentActor reader, CancellationToken stop)
    {
        var children = ImmutableArray.CreateBuilder<CaseId>();
        foreach (var parent in parents.Distinct().Take(InstanceQuery.MostParents))
            if (await room.OpenAsync(parent, reader, stop) is { } shown) children.AddRange(shown.History.Runs.Select(run => run.Child).OfType<CaseId>());
        return children.ToImmutable();
    }
}
