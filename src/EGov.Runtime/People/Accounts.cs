using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.People;

/// <summary>An account to be made.</summary>
/// <param name="UserName">Also the id that journals hold; never changes; letters, digits and <c>-._@+</c>, at most 50.</param>
/// <param name="DisplayName">Name in Chinese.</param>
/// <param name="DisplayNameEn">Name in English.</param>
/// <param name="Parties">His posts.</param>
public sealed record NewOfficer(string UserName, string DisplayName, string DisplayNameEn, params ImmutableArray<PartyId> Parties)
{
    /// <summary>Grade as a registrar, 0 when none.</summary>
    public int Grade { get; init; }

    /// <summary>Out of <see cref="People.Roles"/>.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Where notices go; null keeps them on the page.</summary>
    public string? Phone { get; init; }

    /// <summary>True when somebody else knows the password, so that he must choose another before anything opens.</summary>
    public bool MustChangePassword { get; init; }
}

/// <summary>Makes accounts.</summary>
public sealed class Accounts
{
    private readonly UserManager<Officer> officers;
    private readonly RoleManager<IdentityRole> roles;
    private readonly EGovDbContext context;
    private readonly ILogger<Accounts> log;

    internal Accounts(UserManager<Officer> officers, RoleManager<IdentityRole> roles, EGovDbContext context, ILogger<Accounts> log) =>
        (this.officers, this.roles, this.context, this.log) = (officers, roles, context, log);

    /// <summary>Makes an account.</summary>
    /// <returns>Codes of what is wrong; empty when it was made.</returns>
    public Task<ImmutableArray<string>> CreateAsync(NewOfficer person, string password) => CreateAsync(person, officer => officers.CreateAsync(officer, password));

    /// <summary>Makes many accounts with passwords that the office made and hashed already, and their lines in the log of acts, in one transaction. Who calls has checked them.</summary>
    internal async Task CreateAllAsync(IReadOnlyCollection<(NewOfficer Person, FirstPassword Password, AdministrativeActRow Line)> people)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in people.SelectMany(one => one.Person.Roles).Distinct(StringComparer.Ordinal)) ids[role] = await IdOfRoleAsync(role);
        foreach (var (person, password, line) in people)
        {
            var officer = OfficerOf(person);
            (officer.NormalizedUserName, officer.PasswordHash, officer.LockoutEnabled) = (officers.NormalizeName(officer.UserName), password.Hash, true);
            context.Add(officer);
            context.AddRange(person.Roles.Select(role => new IdentityUserRole<string> { UserId = officer.Id, RoleId = ids[role] }));
            context.Add(line);
        }

        await context.SaveChangesAsync();
        foreach (var (person, _, _) in people) log.AccountCreated(person.UserName);
        Forget();
    }

    /// <summary>What was read and written is no longer followed: with thousands of accounts every commit would look through all of them.</summary>
    internal void Forget() => context.ChangeTracker.Clear();

    /// <summary>What an account keeps of a password.</summary>
    internal string HashOf(string password) => officers.PasswordHasher.HashPassword(new Officer(), password);

    private async Task<ImmutableArray<string>> CreateAsync(NewOfficer person, Func<Officer, Task<IdentityResult>> make)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.UserName.Length > 50 || person.UserName == UserId.System.Value) return ["InvalidUserName"];
        var officer = OfficerOf(person);
        var made = await make(officer);
        if (!made.Succeeded) return [.. made.Errors.Select(e => e.Code)];
        foreach (var role in person.Roles) await GiveAsync(officer, role);
        log.AccountCreated(person.UserName);
        return [];
    }

    /// <summary>Makes the accounts that are missing, at once and all with one password that is hashed once: hashing it for each guards nothing and takes minutes. For demonstrations; roles are not given.</summary>
    /// <returns>How many were made.</returns>
    internal async Task<int> CreateAlikeAsync(IEnumerable<NewOfficer> people, string password, CancellationToken stop = default)
    {
        var known = await context.Users.Select(officer => officer.UserName!).ToHashSetAsync(StringComparer.Ordinal, stop);
        var hash = officers.PasswordHasher.HashPassword(new Officer(), password);
        Officer[] missing = [.. people.Where(person => known.Add(person.UserName)).Select(OfficerOf)];
        foreach (var officer in missing)
            (officer.NormalizedUserName, officer.PasswordHash, officer.LockoutEnabled) = (officers.NormalizeName(officer.UserName), hash, true);
        context.Users.AddRange(missing);
        await context.SaveChangesAsync(stop);
        return missing.Length;
    }

    /// <summary>Makes the first administrator.</summary>
    public Task<ImmutableArray<string>> CreateAdministratorAsync(string userName, string password) =>
        CreateAsync(new NewOfficer(userName, "系统管理员", "Administrator") { Roles = [Roles.Administrator] }, password);

    /// <summary>True when the account exists.</summary>
    public async Task<bool> ExistsAsync(string userName) => await officers.FindByNameAsync(userName) is not null;

    private static Officer OfficerOf(NewOfficer person) => new()
    {
        UserName = person.UserName, DisplayName = person.DisplayName, DisplayNameEn = person.DisplayNameEn, Grade = person.Grade,
        Parties = string.Join(',', person.Parties), PhoneNumber = person.Phone,
        MustChangePassword = person.MustChangePassword,
    };

    internal async Task GiveAsync(Officer officer, string role)
    {
        await IdOfRoleAsync(role);
        await officers.AddToRoleAsync(officer, role);
    }

    private async Task<string> IdOfRoleAsync(string role)
    {
        if (await roles.FindByNameAsync(role) is { } there) return there.Id;
        await roles.CreateAsync(new IdentityRole(role));
        return (await roles.FindByNameAsync(role))!.Id;
    }
}
