using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;

namespace EGov.Runtime.Organisation;

/// <summary>An entry of the delegation register (授权登记簿, M038): who may decide for whom, on what, and from when to when.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Owner">Whose power it is.</param>
/// <param name="Delegate">Who may use it.</param>
/// <param name="Items">On which items; empty for all.</param>
/// <param name="From">The first day it is in force.</param>
/// <param name="Until">The last day, inclusive.</param>
/// <param name="Reason">Why.</param>
/// <param name="MadeBy">Who entered it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="RevokedBy">Who revoked it, or null.</param>
/// <param name="RevokedAt">When, or null.</param>
public sealed record Delegation(
    string Id, UserId Owner, UserId Delegate, ImmutableArray<string> Items, DateOnly From, DateOnly Until, string Reason,
    UserId MadeBy, DateTimeOffset MadeAt, UserId? RevokedBy, DateTimeOffset? RevokedAt)
{
    /// <summary>True when it may be used on this day: neither early, nor over, nor revoked.</summary>
    public bool IsInForce(DateOnly day) => RevokedAt is null && From <= day && day <= Until;
}

/// <summary>What is asked to be entered.</summary>
/// <param name="Owner">Whose power it is.</param>
/// <param name="Delegate">Who is to use it.</param>
/// <param name="Items">On which items; empty for all.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, inclusive.</param>
/// <param name="Reason">Why; asked for.</param>
public sealed record NewDelegation(UserId Owner, UserId Delegate, ImmutableArray<string> Items, DateOnly From, DateOnly Until, string Reason);

/// <summary>Power of another officer that may be used today.</summary>
/// <param name="Owner">The owner as he is today: a post taken from him is taken from his delegate too.</param>
/// <param name="Items">On which items; empty for all.</param>
public sealed record LentPower(Actor Owner, ImmutableArray<string> Items)
{
    /// <summary>True when it may be used on cases of this process.</summary>
    public bool Covers(string definitionId) => Items.IsEmpty || Items.Contains(definitionId);

    /// <summary>The delegate when he uses it: with the owner's posts, and with no higher grade than either of them has.</summary>
    public Actor UsedBy(Actor delegated)
    {
        ArgumentNullException.ThrowIfNull(delegated);
        return delegated with { Parties = Owner.Parties, Grade = Math.Min(delegated.Grade, Owner.Grade), ActingFor = Owner.User };
    }
}
