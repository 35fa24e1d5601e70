using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace EGov.Web.Http;

/// <summary>
/// Collects the addresses of groups so that they are built once. A group builds its endpoints anew, and compiles what reads their parameters, whenever it is asked for them;
/// both the matcher and the rights ask. The list kept between them halves that part of every start.
/// </summary>
internal sealed class RoutesBuiltOnce(IEndpointRouteBuilder program) : IEndpointRouteBuilder
{
    public IServiceProvider ServiceProvider => program.ServiceProvider;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IApplicationBuilder CreateApplicationBuilder() => program.CreateApplicationBuilder();

    /// <summary>Makes the program serve what was collected; nothing is collected afterwards.</summary>
    public void AddTo(IEndpointRouteBuilder routes) => routes.DataSources.Add(new Kept(DataSources));

    private sealed class Kept(IEnumerable<EndpointDataSource> groups) : EndpointDataSource
    {
        private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints = new(() => [.. groups.SelectMany(group => group.Endpoints)]);

        public override IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

        /// <summary>No address comes or goes while the program runs.</summary>
        public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
    }
}
