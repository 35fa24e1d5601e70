using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using Microsoft.AspNetCore.Identity;

namespace EGov.Runtime.People;

/// <summary>Someone with an account: his posts as parties, his grade, his names. His id is what the journal holds.</summary>
public sealed class Officer : IdentityUser
{
    /// <summary>Grade as a registrar (注册官), 0 when none.</summary>
    public int Grade { get; set; }

    /// <summary>The parties of his posts, separated by commas.</summary>
    public string Parties { get; set; } = "";

    /// <summary>Name in Chinese.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Name in English.</summary>
    public string DisplayNameEn { get; set; } = "";

    /// <summary>True until he has chosen a password himself (首次登录改密): somebody else knows the present one, so it opens nothing but its change.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The parties of his posts.</summary>
    public ImmutableArray<PartyId> PartyIds =>
        [.. Parties.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(PartyId.Of)];

    /// <summary>The actor he is in a case; known there by his account's name, which never changes.</summary>
    public Actor ToActor(UserId? actingFor = null) =>
        new(new UserId(UserName ?? Id), ActorKind.Officer, PartyIds, Grade, actingFor);
}
