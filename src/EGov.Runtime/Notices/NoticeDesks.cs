using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Inbox;
using EGov.Runtime.Organisation;
using EGov.Runtime.Storage;

namespace EGov.Runtime.Notices;

/// <summary>Whose notices an officer finds: his own, his parties', and those of parties whose power was lent to him, as far as it covers the case's item. What was told to the owner himself stays his.</summary>
/// <param name="Officer">Who.</param>
/// <param name="Parties">His parties.</param>
/// <param name="Lent">Power of others that he may use today.</param>
public sealed record NoticeDesks(UserId Officer, ImmutableArray<PartyId> Parties, ImmutableArray<LentPower> Lent)
{
    /// <summary>The desks of an officer without lent power.</summary>
    public static NoticeDesks Of(Actor officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return new(officer.User, officer.Parties, []);
    }

    internal IQueryable<NoticeRow> Choose(EGovDbContext context)
    {
        var lent = LentTrays.Of(Lent, Parties).Where(tray => Lent.All(power => tray.Tray != Tray.OfOfficer(power.Owner.User.Value))).ToArray();
        string[] whole = [Tray.OfOfficer(Officer.Value), .. Parties.Select(party => Tray.OfParty(party.Value)), .. lent.Where(tray => tray.Items.Length == 0).Select(tray => tray.Tray)];
        string[] limited = [.. lent.Where(tray => tray.Items.Length > 0).Select(tray => tray.Tray)];
        if (limited.Length == 0) return context.Notices.Where(n => whole.Contains(n.To));
        string[] covered = [.. lent.SelectMany(tray => tray.Items.Select(item => tray.Tray + "/" + item))];
        return context.Notices.Where(n => whole.Contains(n.To) || (limited.Contains(n.To) && context.Cases.Any(c => c.CaseId == n.CaseId && covered.Contains(n.To + "/" + c.DefinitionId))));
    }
}
