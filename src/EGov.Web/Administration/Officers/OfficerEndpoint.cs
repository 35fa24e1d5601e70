using EGov.Runtime.People;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Administration.Officers;

/// <summary>One officer: added, shown and changed.</summary>
internal static class OfficerEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("officers/new", (PageFrame frame, OfficerRegister register) => OfficerPage.Of(frame, register, null, new OfficerForm(), []));
        room.MapPost("officers/new", AddAsync);
        room.MapGet("officers/{user}", ShowAsync);
        room.MapPost("officers/{user}", ChangeAsync);
    }

    private static async Task<Results<RazorComponentResult<OfficerPage>, Onward>> AddAsync(PageFrame frame, OfficerRegister register, CurrentActor admin, [FromForm] OfficerForm form)
    {
        var wrong = await register.AddAsync(form.ToEntry(form.UserName ?? ""), form.Password ?? "", admin.Actor.User);
        return wrong.IsEmpty ? Onward.To("/administration/officers", "officer-added") : OfficerPage.Of(frame, register, null, form, wrong);
    }

    private static async Task<Results<RazorComponentResult<OfficerPage>, NotFound>> ShowAsync(string user, PageFrame frame, OfficerRegister register) =>
        await register.ReadAsync(user) is { } officer ? OfficerPage.Of(frame, register, officer, OfficerForm.Of(officer), []) : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult<OfficerPage>, Onward, NotFound>> ChangeAsync(string user, PageFrame frame, OfficerRegister register, CurrentActor admin, [FromForm] OfficerForm form)
    {
        if (await register.ReadAsync(user) is not { } officer) return TypedResults.NotFound();
        var wrong = await register.ChangeAsync(form.ToEntry(officer.UserName), admin.Actor.User);
        return wrong.IsEmpty ? Onward.To($"/administration/officers/{Uri.EscapeDataString(officer.UserName)}", "officer-changed") : OfficerPage.Of(frame, register, officer, form, wrong);
    }
}
