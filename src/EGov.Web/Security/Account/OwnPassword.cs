using System.Security.Claims;
using EGov.Runtime.Administration;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security.Account;

/// <summary>Changes one's own password: the present one is asked for, wrong ones count towards the lock-out, and every other session ends.</summary>
internal sealed class OwnPassword(UserManager<Officer> officers, Sessions sessions, AdministrativeActs log)
{
    /// <summary>The code of what is wrong, or null.</summary>
    public async Task<string?> ChangeAsync(ClaimsPrincipal signedIn, OwnPasswordForm form)
    {
        if (await officers.GetUserAsync(signedIn) is not { } officer || await officers.IsLockedOutAsync(officer)) return "account-locked";
        if (form.Password != form.Again) return "account-differs";
        if (!await officers.CheckPasswordAsync(officer, form.Current ?? ""))
        {
            await officers.AccessFailedAsync(officer);
            return "account-current-wrong";
        }

        if (form.Password == form.Current) return "account-same";
        officer.MustChangePassword = false;
        if (!(await officers.ChangePasswordAsync(officer, form.Current ?? "", form.Password ?? "")).Succeeded) return "officer-password";
        var me = officer.ToActor().User;
        await sessions.EndAllAsync(me.Value, me, SessionGuard.SessionOf(signedIn));
        await log.RecordAsync(me, "own-password-changed", me.Value);
        return null;
    }
}
