namespace EGov.Web.Studio.Instances;

/// <summary>What Studio would do to a case. None of it: cases change by acts on the desk, each with its right and its reason, and are never deleted or brought in.</summary>
internal static class ChangeInstanceEndpoint
{
    public static void Map(IEndpointRouteBuilder api, IEndpointRouteBuilder instances, IEndpointRouteBuilder bulk)
    {
        instances.MapDelete("{id}", StudioProblems.NotSupported);
        instances.MapPost("{id}/variables", StudioProblems.NotSupported);
        instances.MapGet("{id}/export", StudioProblems.NotSupported);
        api.MapPost("cancel/workflow-instances/{id}", StudioProblems.NotSupported);
        foreach (var act in new[] { "cancel/workflow-instances", "delete/workflow-instances/by-id", "export/workflow-instances", "import/workflow-instances" })
            bulk.MapPost(act, StudioProblems.NotSupported);
        foreach (var act in new[] { "submit", "run", "dry-run", "workflows/retry" }) api.MapPost("alterations/" + act, StudioProblems.NotSupported);
    }
}
