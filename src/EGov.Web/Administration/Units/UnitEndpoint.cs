using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Units;

/// <summary>One unit: added, shown with who holds its posts, changed, closed, removed.</summary>
internal static class UnitEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("units/new", ([AsParameters] UnitRoom units, string? block, CancellationToken stop) => units.PageAsync(null, UnitForm.Empty with { Block = block ?? "" }, [], stop));
        room.MapPost("units/new", AddAsync);
        room.MapGet("units/{unit}", ShowAsync);
        room.MapPost("units/{unit}", ChangeAsync);
        room.MapPost("units/{unit}/remove", RemoveAsync);
    }

    private static Task<Results<RazorComponentResult<UnitPage>, Onward, NotFound>> AddAsync([AsParameters] UnitRoom units, IFormCollection form, CancellationToken stop) =>
        units.KeepAsync(null, UnitForm.Of(form), stop);

    private static async Task<Results<RazorComponentResult<UnitPage>, NotFound>> ShowAsync(string unit, [AsParameters] UnitRoom units, CancellationToken stop) =>
        await units.FindAsync(unit, stop) is { } found ? await units.PageAsync(found, UnitForm.Of(found), [], stop) : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult<UnitPage>, Onward, NotFound>> ChangeAsync(string unit, [AsParameters] UnitRoom units, IFormCollection form, CancellationToken stop) =>
        await units.FindAsync(unit, stop) is { } found ? await units.KeepAsync(found, UnitForm.Of(form, found.Id), stop) : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult<UnitPage>, Onward, NotFound>> RemoveAsync(string unit, [AsParameters] UnitRoom units, IFormCollection form, CancellationToken stop)
    {
        if (await units.FindAsync(unit, stop) is not { } found) return TypedResults.NotFound();
        return await units.Reorganisation.RemoveAsync(unit, units.Admin.Actor.User, stop) is { IsEmpty: false } wrong
            ? await units.PageAsync(found, UnitForm.Of(found), wrong, stop)
            : Onward.To("/administration/units", "unit-removed");
    }
}
