using System.Collections.Immutable;
using EGov.Engine.Definitions;
using EGov.Runtime.Organisation;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Units;

/// <summary>What the pages of a unit need.</summary>
internal sealed record UnitRoom(PageFrame Frame, CurrentActor Admin, UnitRegister Register, Reorganisation Reorganisation, UnitUse Use, UnitTakeover Takeover)
{
    public async Task<Unit?> FindAsync(string id, CancellationToken stop) => (await Register.AllAsync(stop)).FirstOrDefault(unit => unit.Id == id);

    /// <summary>Keeps what the form says, and goes back to the unit; else its page again with what is wrong.</summary>
    public async Task<Results<RazorComponentResult<UnitPage>, Onward, NotFound>> KeepAsync(Unit? before, UnitForm form, CancellationToken stop)
    {
        var (unit, unreadable) = form.ToUnit();
        if (unit is null) return await PageAsync(before, form, [unreadable!], stop);
        if (form.TakenOverBy.Length > 0 && before is { ClosedOn: null } && unit.ClosedOn is not null) return await TakeOverAsync(before, unit, form, stop);
        if (!form.IsSure && await HoldersBarAsync(before, unit, stop) is { } held) return await PageAsync(before, form, [held], stop);
        if (before is null && await FindAsync(unit.Id, stop) is not null) return await PageAsync(null, form, [Problem.At(0, 0, null, "unit-id-taken", unit.Id)], stop);
        return await Reorganisation.KeepAsync(unit, Admin.Actor.User, stop) is { IsEmpty: false } wrong
            ? await PageAsync(before, form, wrong, stop)
            : Onward.To($"/administration/units/{Uri.EscapeDataString(unit.Id)}", before is null ? "unit-added" : "unit-changed");
    }

    /// <summary>Closes the unit and moves its officers to the one that was chosen.</summary>
    private async Task<Results<RazorComponentResult<UnitPage>, Onward, NotFound>> TakeOverAsync(Unit before, Unit unit, UnitForm form, CancellationToken stop) =>
        await Takeover.CloseAsync(unit, form.TakenOverBy, Admin.Actor.User, stop) is { IsEmpty: false } wrong
            ? await PageAsync(before, form, wrong, stop)
            : Onward.To($"/administration/units/{Uri.EscapeDataString(unit.Id)}", "unit-taken-over");

    /// <summary>Who still holds a post of a unit that is to be closed; null when nobody does.</summary>
    private async Task<Problem?> HoldersBarAsync(Unit? before, Unit after, CancellationToken stop)
    {
        if (before is not { ClosedOn: null, Posts.IsEmpty: false } || after.ClosedOn is null) return null;
        var holders = await Use.HoldersAsync([.. before.Posts.Select(post => post.Seat)], stop);
        return holders.IsEmpty ? null : Problem.At(0, 0, null, UnitForm.Held, after.Id, string.Join(Words.Say("flow-and"), holders.Select(one => one.Officer.Value).Distinct()));
    }

    public async Task<RazorComponentResult<UnitPage>> PageAsync(Unit? unit, UnitForm form, ImmutableArray<Problem> problems, CancellationToken stop) => new(new
    {
        Frame, Unit = unit, Form = form, Problems = problems, Units = await Register.AllAsync(stop),
        Holders = unit is { Posts.IsEmpty: false } ? await Use.HoldersAsync([.. unit.Posts.Select(post => post.Seat)], stop) : [],
    })
    {
        StatusCode = problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
    };
}
