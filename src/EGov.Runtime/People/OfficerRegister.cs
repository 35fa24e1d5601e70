using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using EGov.Engine;
using EGov.Runtime.Administration;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.People;

/// <summary>花名册: the office's accounts as administrators keep them. Every change is a line in the log of acts and has effect at the officer's next request.</summary>
/// <remarks>An administrator cannot take his own role, lock himself, or leave the office without an administrator who can sign in.</remarks>
public sealed partial class OfficerRegister(UserManager<Officer> officers, Accounts accounts, WorkflowCatalog catalog, UnitRegister units, Sessions sessions, AdministrativeActs acts, TimeProvider time)
{
    private const string Added = "officer-added";
    private const int HighestGrade = 9;
    private const int LongestName = 100;
    private const int LongestPosts = 1000;

    private ImmutableHashSet<PartyId>? _seats;

    /// <summary>Officers whose account or name contains a text, by account; one more than asked for when there are more.</summary>
    public async Task<ImmutableArray<OfficerEntry>> FindAsync(string? text, int skip, int most, CancellationToken stop = default)
    {
        var query = officers.Users.AsNoTracking();
        if (text is { Length: > 0 }) query = query.Where(one => one.UserName!.Contains(text) || one.DisplayName.Contains(text) || one.DisplayNameEn.Contains(text) || one.Parties.Contains(text));
        var found = await query.OrderBy(one => one.UserName).Skip(skip).Take(most + 1).ToListAsync(stop);
        return [.. found.Select(one => Entry(one, []))];
    }

    /// <summary>An officer with his roles; null when there is none.</summary>
    public async Task<OfficerEntry?> ReadAsync(string userName) =>
        await officers.Users.AsNoTracking().FirstOrDefaultAsync(one => one.NormalizedUserName == officers.NormalizeName(userName)) is { } officer
            ? Entry(officer, [.. (await officers.GetRolesAsync(officer)).Order(StringComparer.Ordinal)]) : null;

    /// <summary>The posts there are: every party of every item.</summary>
    public ImmutableSortedSet<string> Posts => [.. catalog.Items.SelectMany(item => catalog.Published(item.Id.Value)?.Facts.Parties ?? []).Select(party => party.Value)];

    /// <summary>What is wrong with an entry, by code, with the value it is about; empty when it can be kept.</summary>
    public async Task<ImmutableArray<(string Code, string Value)>> ProblemsAsync(OfficerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _seats ??= [.. (await units.AllAsync()).SelectMany(unit => unit.Posts).Select(post => post.Seat)];
        var wrong = ImmutableArray.CreateBuilder<(string, string)>();
        if (!UserNameForm().IsMatch(entry.UserName) || entry.UserName == UserId.System.Value) wrong.Add(("officer-user-name", entry.UserName));
        foreach (var name in new[] { entry.DisplayName, entry.DisplayNameEn })
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || !ShowableText.Is(name, LongestName) || name.Contains('\n', StringComparison.Ordinal)) wrong.Add(("officer-name", name));
        if (entry.Grade is < 0 or > HighestGrade) wrong.Add(("officer-grade", entry.Grade.ToString(CultureInfo.InvariantCulture)));
        foreach (var party in entry.Parties)
            if ((!Posts.Contains(party.Value.Split('@')[0]) && !_seats.Contains(party)) || party.Value.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '@'))) wrong.Add(("officer-post", party.Value));
        if (string.Join(',', entry.Parties).Length > LongestPosts) wrong.Add(("officer-posts-too-many", ""));
        foreach (var role in entry.Roles)
            if (!People.Roles.All.Contains(role)) wrong.Add(("officer-role", role));
        if (entry.Phone is { Length: > 0 } phone && !PhoneForm().IsMatch(phone)) wrong.Add(("officer-phone", ""));
        return wrong.ToImmutable();
    }

    /// <summary>Makes an account whose officer must choose another password at his first sign-in; codes of what is wrong, empty when it was made.</summary>
    public async Task<ImmutableArray<(string Code, string Value)>> AddAsync(OfficerEntry entry, string password, UserId by)
    {
        if (await ProblemsAsync(entry) is { IsEmpty: false } wrong) return wrong;
        if (await accounts.ExistsAsync(entry.UserName)) return [("officer-user-name-taken", entry.UserName)];
        if (await accounts.CreateAsync(PersonOf(entry), password) is { IsEmpty: false }) return [("officer-password", "")];
        await acts.RecordAsync(by, Added, entry.UserName, GivenTo(entry));
        return [];
    }

    /// <summary>Makes many accounts that were found to be in order, all or none; their first passwords, in the same order.</summary>
    internal async Task<ImmutableArray<string>> AddAllAsync(ImmutableArray<OfficerEntry> entries, UserId by)
    {
        var passwords = OneTimePassword.MakeMany(entries.Length, accounts.HashOf);
        await accounts.CreateAllAsync([.. entries.Zip(passwords, (entry, password) => (PersonOf(entry), password, acts.LineOf(by, Added, entry.UserName, GivenTo(entry))))]);
        return [.. passwords.Select(password => password.Text)];
    }

    /// <summary>Changes many accounts one after the other.</summary>
    internal async Task ChangeAllAsync(IEnumerable<OfficerEntry> entries, UserId by)
    {
        foreach (var entry in entries)
        {
            await ChangeAsync(entry, by);
            accounts.Forget();
        }
    }

    private static NewOfficer PersonOf(OfficerEntry entry) =>
        new(entry.UserName, entry.DisplayName, entry.DisplayNameEn, entry.Parties) { Grade = entry.Grade, Roles = entry.Roles, Phone = entry.Phone, MustChangePassword = true };

    private static string GivenTo(OfficerEntry entry) => string.Join(' ', entry.Parties.Select(party => "+" + party.Value).Concat(entry.Roles.Select(role => "+role:" + role)));

    /// <summary>Changes an account; codes of what is wrong, empty when it is so now. Nothing is written when nothing differs.</summary>
    public async Task<ImmutableArray<(string Code, string Value)>> ChangeAsync(OfficerEntry entry, UserId by)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (await officers.FindByNameAsync(entry.UserName) is not { } officer || await ReadAsync(entry.UserName) is not { } before) return [("officer-unknown", entry.UserName)];
        if (await BarriersAsync(before, entry, by) is { IsEmpty: false } wrong) return wrong;
        if (before.ChangesTo(entry) is not { IsEmpty: false } changes) return [];
        (officer.DisplayName, officer.DisplayNameEn, officer.Grade, officer.Parties, officer.PhoneNumber) =
            (entry.DisplayName, entry.DisplayNameEn, entry.Grade, string.Join(',', entry.Parties), string.IsNullOrEmpty(entry.Phone) ? null : entry.Phone);
        await officers.UpdateAsync(officer);
        await officers.RemoveFromRolesAsync(officer, before.Roles.Except(entry.Roles));
        foreach (var role in entry.Roles.Except(before.Roles)) await accounts.GiveAsync(officer, role);
        await acts.RecordAsync(by, "officer-changed", entry.UserName, string.Join(' ', changes));
        return [];
    }

    /// <summary>Why an account cannot be changed so, by code; empty when it can.</summary>
    internal async Task<ImmutableArray<(string Code, string Value)>> BarriersAsync(OfficerEntry before, OfficerEntry entry, UserId by)
    {
        if (await ProblemsAsync(entry) is { IsEmpty: false } wrong) return wrong;
        if (!before.Roles.Contains(Roles.Administrator) || entry.Roles.Contains(Roles.Administrator)) return [];
        if (entry.UserName == by.Value) return [("officer-own-role", "")];
        return await officers.FindByNameAsync(entry.UserName) is { } officer && await IsLastAdministratorAsync(officer) ? [("officer-last-administrator", "")] : [];
    }

    /// <summary>True when the office's rules take this password.</summary>
    internal async Task<bool> IsGoodPasswordAsync(string password)
    {
        foreach (var rule in officers.PasswordValidators)
            if (!(await rule.ValidateAsync(officers, new Officer(), password)).Succeeded) return false;
        return true;
    }

    /// <summary>Gives a new password, to be changed at the next sign-in, and ends every session of the account; a code of what is wrong, or null.</summary>
    public async Task<string?> ResetPasswordAsync(string userName, string password, UserId by)
    {
        if (await officers.FindByNameAsync(userName) is not { } officer) return "officer-unknown";
        if (!await IsGoodPasswordAsync(password)) return "officer-password";
        officer.MustChangePassword = officer.UserName != by.Value;
        officer.PasswordHash = officers.PasswordHasher.HashPassword(officer, password);
        await officers.UpdateSecurityStampAsync(officer);
        await sessions.EndAllAsync(officer.UserName!, by);
        await acts.RecordAsync(by, "officer-password-reset", officer.UserName!);
        return null;
    }

    /// <summary>Locks an account and ends its sessions; a code of what is wrong, or null.</summary>
    public async Task<string?> LockAsync(string userName, UserId by)
    {
        if (await officers.FindByNameAsync(userName) is not { } officer) return "officer-unknown";
        if (officer.UserName == by.Value) return "officer-own-lock";
        if (await officers.IsInRoleAsync(officer, Roles.Administrator) && await IsLastAdministratorAsync(officer)) return "officer-last-administrator";
        await officers.SetLockoutEnabledAsync(officer, true);
        await officers.SetLockoutEndDateAsync(officer, DateTimeOffset.MaxValue);
        await sessions.EndAllAsync(officer.UserName!, by);
        await acts.RecordAsync(by, "officer-locked", officer.UserName!);
        return null;
    }

    /// <summary>Unlocks an account; a code of what is wrong, or null.</summary>
    public async Task<string?> UnlockAsync(string userName, UserId by)
    {
        if (await officers.FindByNameAsync(userName) is not { } officer) return "officer-unknown";
        await officers.SetLockoutEndDateAsync(officer, null);
        await officers.ResetAccessFailedCountAsync(officer);
        await acts.RecordAsync(by, "officer-unlocked", officer.UserName!);
        return null;
    }

    private async Task<bool> IsLastAdministratorAsync(Officer officer) =>
        !(await officers.GetUsersInRoleAsync(Roles.Administrator)).Any(other => other.Id != officer.Id && !IsLocked(other));

    private OfficerEntry Entry(Officer officer, ImmutableArray<string> roles) =>
        new(officer.UserName!, officer.DisplayName, officer.DisplayNameEn, officer.Grade, officer.PartyIds, roles, officer.PhoneNumber) { IsLocked = IsLocked(officer) };

    private bool IsLocked(Officer officer) => officer.LockoutEnd > time.GetUtcNow();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._@+-]{0,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserNameForm();

    [GeneratedRegex(@"^\+?[0-9-]{5,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();
}
