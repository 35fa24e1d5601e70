namespace EGov.Web.Http;

/// <summary>Whether the program lives, and whether it can work: the database answers and has the model of this program.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready");
    }
}
