using System.Collections.Immutable;
using EGov.Engine;

namespace EGov.Runtime.People;

/// <summary>An officer as administration sees and changes him.</summary>
/// <param name="UserName">His account; also the id that journals hold, so it never changes.</param>
/// <param name="DisplayName">Name in Chinese.</param>
/// <param name="DisplayNameEn">Name in English.</param>
/// <param name="Grade">Grade as a registrar (注册官), 0 to 9, 0 when none.</param>
/// <param name="Parties">His posts.</param>
/// <param name="Roles">Out of <see cref="People.Roles"/>.</param>
/// <param name="Phone">Where notices go, or null.</param>
public sealed record OfficerEntry(string UserName, string DisplayName, string DisplayNameEn, int Grade, ImmutableArray<PartyId> Parties, ImmutableArray<string> Roles, string? Phone)
{
    /// <summary>True while he may not sign in: locked by an administrator, or for some minutes after wrong passwords.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Codes of what differs from another entry; the same order always, and never the values.</summary>
    public ImmutableArray<string> ChangesTo(OfficerEntry other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var changes = ImmutableArray.CreateBuilder<string>();
        if (DisplayName != other.DisplayName || DisplayNameEn != other.DisplayNameEn) changes.Add("name");
        if (Grade != other.Grade) changes.Add($"grade {Grade}>{other.Grade}");
        changes.AddRange(other.Parties.Except(Parties).Select(party => "+" + party.Value));
        changes.AddRange(Parties.Except(other.Parties).Select(party => "-" + party.Value));
        changes.AddRange(other.Roles.Except(Roles).Select(role => "+role:" + role));
        changes.AddRange(Roles.Except(other.Roles).Select(role => "-role:" + role));
        if ((Phone ?? "") != (other.Phone ?? "")) changes.Add("phone");
        return changes.ToImmutable();
    }
}
