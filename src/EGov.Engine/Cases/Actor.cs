using System.Collections.Immutable;

namespace EGov.Engine.Cases;

/// <summary>What kind of person acts.</summary>
public enum ActorKind
{
    /// <summary>An officer (经办人) with the parties of his posts.</summary>
    Officer,

    /// <summary>The applicant (申请人), by account or by case number and query password.</summary>
    Applicant,

    /// <summary>The clock or the outbox; never a person.</summary>
    System,
}

/// <summary>Who gives an order, with everything the engine may ask of him. Kept with the order, so that replay judges the same.</summary>
/// <param name="User">His id; never a name.</param>
/// <param name="Kind">Officer, applicant or system.</param>
/// <param name="Parties">The parties he belongs to.</param>
/// <param name="Grade">His grade as a registrar (注册官), 0 when none; some decisions need a minimum.</param>
/// <param name="ActingFor">The officer whose delegated power he uses, or null.</param>
public sealed record Actor(UserId User, ActorKind Kind, ImmutableArray<PartyId> Parties, int Grade = 0, UserId? ActingFor = null)
{
    /// <summary>The clock.</summary>
    public static readonly Actor System = new(UserId.System, ActorKind.System, []);

    /// <summary>True when he belongs to the party.</summary>
    public bool Is(PartyId party) => Parties.Contains(party);

    /// <summary>The applicant known by this id.</summary>
    public static Actor Applicant(UserId user) => new(user, ActorKind.Applicant, [PartyId.Applicant]);

    /// <summary>An officer of these parties.</summary>
    public static Actor Officer(string user, params IEnumerable<PartyId> parties) => new(new UserId(user), ActorKind.Officer, [.. parties]);
}
