using EGov.Web.Security;
using EGov.Web.Studio.Definitions;
using EGov.Web.Studio.Descriptors;
using EGov.Web.Studio.Instances;
using Microsoft.AspNetCore.Http.Metadata;

namespace EGov.Web.Studio;

/// <summary>Elsa's management API under <c>/elsa/api</c>, as Elsa Studio 3.8.2 calls it. Any officer may read definitions; analysts change them.</summary>
/// <remarks>Its answers are Elsa's and not described with ours; they are results without a type, because nobody but Studio reads them.</remarks>
internal static class StudioRoutes
{
    public static void AddStudio(this IServiceCollection services)
    {
        services.AddSingleton<Palette>().AddSingleton<InstanceRoom>().AddSingleton<InstanceList>().AddSingleton<InstanceNews>();
        services.AddHostedService(provider => provider.GetRequiredService<InstanceNews>());
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = InstanceHub.LargestMessage);
    }

    public static void MapStudio(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("elsa/api").RequireAuthorization(Policies.Officer).ExcludeFromDescription()
            .WithMetadata(new BodySize()).AddEndpointFilter(NotStoredAsync);
        LookupsEndpoint.Map(api);
        DescriptorsEndpoint.Map(api.MapGroup("descriptors"));
        ScriptTypesEndpoint.Map(api);
        var bulk = api.MapGroup("bulk-actions");
        MapDefinitions(api, api.MapGroup("workflow-definitions"), bulk);
        MapInstances(api, api.MapGroup("workflow-instances"), bulk);
        foreach (var act in new[] { "tests/activities", "tasks/{id}/complete" }) api.MapPost(act, StudioProblems.NotSupported);
        app.MapHub<InstanceHub>(InstanceHub.Path).RequireAuthorization(Policies.Officer);
    }

    /// <summary>Behind the door for changing definitions.</summary>
    public static void ForAnalysts(this RouteHandlerBuilder endpoint) => endpoint.RequireAuthorization(Policies.Analyst);

    private static void MapDefinitions(IEndpointRouteBuilder api, IEndpointRouteBuilder definitions, IEndpointRouteBuilder bulk)
    {
        ReadDefinitionEndpoint.Map(definitions);
        ListDefinitionsEndpoint.Map(definitions);
        SaveDefinitionEndpoint.Map(definitions);
        PublishDefinitionEndpoint.Map(definitions, bulk);
        RetireDefinitionEndpoint.Map(definitions, bulk);
        DeleteDefinitionEndpoint.Map(api, bulk);
        RevertDefinitionEndpoint.Map(definitions);
        TransferDefinitionEndpoint.Map(definitions, bulk);
        RunDefinitionEndpoint.Map(definitions);
        SubgraphEndpoint.Map(definitions);
    }

    private static void MapInstances(IEndpointRouteBuilder api, IEndpointRouteBuilder instances, IEndpointRouteBuilder bulk)
    {
        ListInstancesEndpoint.Map(instances);
        ShowInstanceEndpoint.Map(instances);
        ShowLogEndpoint.Map(instances);
        ShowRunsEndpoint.Map(api);
        ChangeInstanceEndpoint.Map(api, instances, bulk);
    }

    /// <summary>Drafts and cases are for those who are signed in; no cache on the way may keep them.</summary>
    private static ValueTask<object?> NotStoredAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(call);
    }

    private sealed class BodySize : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => StudioBody.MostBytes;
    }
}
