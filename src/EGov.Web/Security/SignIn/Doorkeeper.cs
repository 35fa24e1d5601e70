using System.Security.Claims;
using EGov.Engine;
using EGov.Runtime.Administration;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security.SignIn;

/// <summary>Lets officers in and out. Five wrong passwords lock the account; an account that does not exist takes as long to refuse.</summary>
internal sealed class Doorkeeper(SignInManager<Officer> door, Sessions sessions)
{
    private static readonly Officer Nobody = new() { UserName = "nobody" };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Officer>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>Signs in; the code of a refusal with its arguments, or null when he is in.</summary>
    /// <param name="userName">The account.</param>
    /// <param name="password">Its password.</param>
    /// <param name="scheme">Cookie or bearer. The bearer handler writes the tokens into the answer while it signs in.</param>
    public async Task<(string Code, string[] Arguments)?> LetInAsync(string userName, string password, string scheme)
    {
        door.AuthenticationScheme = scheme;
        if (await door.UserManager.FindByNameAsync(userName) is not { } officer)
        {
            door.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return ("sign-in-failed", []);
        }

        var result = await door.CheckPasswordSignInAsync(officer, password, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            var session = await sessions.BeginAsync(officer.UserName!, door.Context.Request.Headers.UserAgent.ToString(), door.Context.RequestAborted);
            await door.SignInWithClaimsAsync(officer, isPersistent: false, [new Claim(SessionGuard.Claim, session)]);
            return null;
        }

        if (officer.LockoutEnd?.Year == DateTimeOffset.MaxValue.Year) return ("account-locked", []);
        return result.IsLockedOut ? ("locked-out", [$"{door.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes:0}"]) : ("sign-in-failed", []);
    }

    /// <summary>Ends the session and takes the cookie back.</summary>
    public async Task LetOutAsync()
    {
        if (SessionGuard.SessionOf(door.Context.User) is { } session) await sessions.EndAsync(session, new UserId(door.Context.User.Identity?.Name ?? ""), door.Context.RequestAborted);
        await door.Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
