using EGov.Engine;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Administration.Delegations;

/// <summary>授权登记: the register as pages, for administrators and for everybody's own power.</summary>
internal static class DelegationsPageEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        var pages = room.MapGroup("delegations");
        pages.MapGet("", ShowAsync);
        pages.MapGet("new", ([AsParameters] DelegationRoom room) => NewPage(room, new DelegationForm { Click = Guid.NewGuid().ToString("N") }, null));
        pages.MapPost("new", AddAsync);
        pages.MapPost("{id}/revoke", RevokeAsync);
    }

    private static async Task<RazorComponentResult<DelegationsPage>> ShowAsync([AsParameters] DelegationRoom room, CancellationToken stop)
    {
        var entries = await room.Register.ListAsync(room.IsForAll ? null : room.Officer.Actor.User, stop);
        var names = entries.IsEmpty ? [] : room.Names.Of(entries.SelectMany(entry => new[] { entry.Owner, entry.Delegate }));
        return new(new { Room = room.Sheet, Entries = entries, Names = names });
    }

    private static async Task<Results<RazorComponentResult<DelegationPage>, Onward>> AddAsync([AsParameters] DelegationRoom room, [FromForm] DelegationForm form, CancellationToken stop)
    {
        var me = room.Officer.Actor.User;
        var owner = room.IsForAll ? new UserId((form.Owner ?? "").Trim()) : me;
        var id = DelegationsEndpoint.IdOf(new CommandId($"{me}/{form.Click}"));
        return (await room.Register.AddAsync(id, form.ToDelegation(owner), me, room.IsForAll, stop)).Refusal is { } refusal
            ? NewPage(room, form, refusal)
            : Onward.To(room.Address, "delegation-made");
    }

    private static async Task<Onward> RevokeAsync(string id, [AsParameters] DelegationRoom room, IFormCollection form, CancellationToken stop) =>
        Onward.To(room.Address, (await room.Register.RevokeAsync(id, room.Officer.Actor.User, room.IsForAll, stop)).Refusal is null ? "delegation-revoked" : null);

    private static RazorComponentResult<DelegationPage> NewPage(DelegationRoom room, DelegationForm form, string? refusal) =>
        new(new { Room = room.Sheet, Form = form, Refusal = refusal }) { StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
