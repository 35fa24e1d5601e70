using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Organisation;
using EGov.Runtime.Storage;

namespace EGov.Runtime.Inbox;

/// <summary>The trays that lent power lays on an officer's desk beside his own: those of the owner's parties, and what the owner holds.</summary>
internal static class LentTrays
{
    /// <summary>Each tray once, with the items it is limited to; none means all.</summary>
    public static ImmutableArray<(string Tray, string[] Items)> Of(ImmutableArray<LentPower> lent, ImmutableArray<PartyId> own) =>
    [
        .. from power in lent
           from tray in power.Owner.Parties.Except(own).Select(party => Tray.OfParty(party.Value)).Append(Tray.OfOfficer(power.Owner.User.Value))
           group power by tray into powers
           select (powers.Key, powers.Any(power => power.Items.IsEmpty) ? [] : powers.SelectMany(power => power.Items).Distinct().ToArray()),
    ];
}
