using EGov.Runtime.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security.SignIn;

/// <summary>Lets officers in and out. Five wrong passwords lock the account; an account that does not exist takes as long to refuse.</summary>
internal sealed class Doorkeeper(SignInManager<Officer> door)
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

        var result = await door.PasswordSignInAsync(officer, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return null;
        return result.IsLockedOut ? ("locked-out", [$"{door.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes:0}"]) : ("sign-in-failed", []);
    }

    /// <summary>Takes the cookie back.</summary>
    public Task LetOutAsync() => door.Context.SignOutAsync(IdentityConstants.ApplicationScheme);
}
