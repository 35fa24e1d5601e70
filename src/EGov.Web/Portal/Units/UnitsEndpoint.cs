using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Units;

/// <summary>机构名录: the office as a tree of units with their posts and duty hours; with an item, only where it can be filed.</summary>
internal static class UnitsEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("units", HandleAsync).WithName("ListUnits").AllowAnonymous();

    private static async Task<Results<Ok<UnitView[]>, ProblemHttpResult>> HandleAsync(UnitRegister units, SeatFinder seats, WorkflowCatalog catalog, TimeProvider time, CancellationToken stop, string? item = null)
    {
        if (item is null) return TypedResults.Ok(UnitView.TreeOf([.. (await units.AllAsync(stop)).Where(unit => unit.IsOpenOn(catalog.Calendar.DayOf(time.GetUtcNow())))]));
        return catalog.Find(new ItemId(item)) is { } found
            ? TypedResults.Ok((await seats.PlacesAsync(found, stop)).Select(place => UnitView.Of(place, [])).ToArray())
            : Problems.Of(StatusCodes.Status404NotFound, "item-unknown", item);
    }
}

/// <summary>A unit as everybody may know it.</summary>
/// <param name="Id">Names it, also as the place of an application.</param>
/// <param name="Level">On which level it stands.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Block">块: the unit it is part of.</param>
/// <param name="Line">条: the body of the district it answers to.</param>
/// <param name="Posts">What is done there, and when somebody is there.</param>
/// <param name="Parts">The units that are part of it.</param>
internal sealed record UnitView(string Id, UnitLevel Level, string Name, string? Block, string? Line, IReadOnlyList<PostView> Posts, IReadOnlyList<UnitView> Parts)
{
    internal static UnitView[] TreeOf(IReadOnlyCollection<Unit> units)
    {
        var parts = units.ToLookup(unit => unit.Block, StringComparer.Ordinal);
        return Under(null);

        UnitView[] Under(string? block) => [.. parts[block].Select(unit => Of(unit, Under(unit.Id)))];
    }

    internal static UnitView Of(Unit unit, IReadOnlyList<UnitView> parts) =>
        new(unit.Id, unit.Level, unit.Called, unit.Block, unit.Line, [.. unit.Posts.Select(post => new PostView(post.Role, post.Called, [.. post.Duty.Select(hours => hours.ToString())]))], parts);
}

/// <summary>A post of a unit.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Name">In the reader's language.</param>
/// <param name="Duty">Such as <c>Mon-Fri 08:30-17:30</c>.</param>
internal sealed record PostView(string Role, string Name, IReadOnlyList<string> Duty);
