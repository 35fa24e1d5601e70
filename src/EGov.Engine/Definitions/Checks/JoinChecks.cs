namespace EGov.Engine.Definitions.Checks;

/// <summary>Joins that wait for all their paths although those are never all followed.</summary>
/// <remarks>
/// Found by walking through the drawing in every order with every outcome. A drawing with too many states is not judged: we say only what we have proved.
/// </remarks>
internal static class JoinChecks
{
    public static IEnumerable<Problem> Check(Drawing drawing)
    {
        var joins = drawing.Reachable.Where(Drawing.WaitsForAll).ToArray();
        if (joins.Length == 0) return [];
        var walk = new Walk(drawing, joins.Select(join => join.Index));
        return joins.Where(join => walk.NeverEnters(join.Index)).Select(join => Drawing.At(join, "join-never-completes"));
    }
}
