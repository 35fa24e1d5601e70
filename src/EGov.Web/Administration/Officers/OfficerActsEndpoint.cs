using EGov.Engine;
using EGov.Runtime.Administration;
using EGov.Runtime.People;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Administration.Officers;

/// <summary>重置密码, 锁定, 解锁, 下线: what an administrator does to an account at once.</summary>
internal static class OfficerActsEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        var officer = room.MapGroup("officers/{user}");
        officer.MapPost("password", (string user, [AsParameters] OfficerAct act, [FromForm] PasswordForm form) => act.DoAsync(user, "password-reset", by => act.Register.ResetPasswordAsync(user, form.Password ?? "", by)));
        officer.MapPost("lock", (string user, [AsParameters] OfficerAct act, IFormCollection form) => act.DoAsync(user, "officer-locked", by => act.Register.LockAsync(user, by)));
        officer.MapPost("unlock", (string user, [AsParameters] OfficerAct act, IFormCollection form) => act.DoAsync(user, "officer-unlocked", by => act.Register.UnlockAsync(user, by)));
        officer.MapPost("end-sessions", (string user, [AsParameters] OfficerAct act, IFormCollection form) => act.DoAsync(user, "sessions-ended", by => act.EndSessionsAsync(user, by)));
    }
}

/// <summary>An act on an account: the page again with what is wrong, or back to it with what was done.</summary>
internal sealed record OfficerAct(PageFrame Frame, OfficerRegister Register, CurrentActor Admin, Sessions Sessions, AdministrativeActs Log)
{
    public async Task<IResult> DoAsync(string user, string done, Func<UserId, Task<string?>> act)
    {
        if (await Register.ReadAsync(user) is not { } officer) return TypedResults.NotFound();
        return await act(Admin.Actor.User) is { } wrong
            ? OfficerPage.Of(Frame, Register, officer, OfficerForm.Of(officer), [(wrong, "")])
            : Onward.To($"/administration/officers/{Uri.EscapeDataString(officer.UserName)}", done);
    }

    public async Task<string?> EndSessionsAsync(string user, UserId by)
    {
        if (await Sessions.EndAllAsync(user, by) > 0) await Log.RecordAsync(by, "sessions-ended", user);
        return null;
    }
}

/// <summary>What the form sends.</summary>
internal sealed record PasswordForm
{
    public string? Password { get; init; }
}
