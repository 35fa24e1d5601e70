using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Notices;
using EGov.Runtime.Organisation;
using EGov.Runtime.People;
using EGov.Runtime.Supervision;

namespace EGov.Web.Security;

/// <summary>The signed-in officer as the engine knows him. Read anew for every request: a post taken away is taken away at once.</summary>
/// <param name="Actor">His id, parties and grade.</param>
/// <param name="ReadsAll">True for auditors, administrators, supervisors and the leader of the district: they may read every case.</param>
/// <param name="Draws">True for analysts: they may change definitions.</param>
internal sealed record CurrentActor(Actor Actor, bool ReadsAll, bool Draws)
{
    /// <summary>True for administrators: they may act on accounts and powers of others.</summary>
    public bool Administers { get; init; }

    /// <summary>True for supervisors: they settle cards and issue orders, and change nothing in a case.</summary>
    public bool Supervises { get; init; }

    /// <summary>True when he may be shown the form without masks; every time is written down.</summary>
    public bool MayReveal(CaseFile file) => Supervises || WorksOn(file);

    /// <summary>As he stands before the desk of supervision.</summary>
    public DeskPerson AtDesk => new(Actor, Supervises);

    /// <summary>True when cards, orders and letters of supervision about a seat are his to read.</summary>
    public bool SeesCardsOf(PartyId? seat) => ReadsAll || (seat is { } his && Actor.Is(his));

    /// <summary>The seats whose cards and orders he finds in lists; null when he finds all.</summary>
    public ImmutableArray<string>? SeatsSeen => ReadsAll ? null : [.. Actor.Parties.Select(party => party.Value)];

    /// <summary>Power of others that he may use today (授权).</summary>
    public ImmutableArray<LentPower> Powers { get; init; } = [];

    /// <summary>Whose notices he finds.</summary>
    public NoticeDesks Desks => new(Actor.User, Actor.Parties, Powers);

    /// <summary>For which party of the case he speaks; null when it is none of his.</summary>
    public PartyId? PartyIn(CaseFile file) =>
        Actor.Parties.Where(file.State.SeatsOf(file.Workflow.Facts).Contains).Concat(file.State.WorkItems.Select(item => file.State.SeatOf(item.Party)).Where(Actor.Is)).Cast<PartyId?>().FirstOrDefault();

    /// <summary>True when work of the case is or was his, or a party's of his or of whoever has lent him power.</summary>
    public bool WorksOn(CaseFile file)
    {
        var (state, persons) = (file.State, Persons(file).ToArray());
        return state.WorkItems.Any(item => item.Holder == Actor.User || persons.Any(one => one.Is(state.SeatOf(item.Party))))
            || state.Runs.Values.Any(run => run.Signatures.Any(signature => signature.By == Actor.User || persons.Any(one => one.Is(state.SeatOf(signature.Party)))));
    }

    /// <summary>Who he is in a case: himself when open work of it is his, else the delegate of whoever it is for; himself when it is nobody's.</summary>
    public Actor ActorIn(CaseFile file) =>
        Persons(file).FirstOrDefault(actor => file.State.WorkItems.Any(item => item.IsOpen && IsFor(actor, item, file.State)), Actor);

    /// <summary>Who he is for a piece of work: himself when it is his or his parties', else the delegate of whoever it is for; himself when it is nobody's of these.</summary>
    public Actor ActorOn(CaseFile file, WorkItem? item) =>
        item is null ? Actor : Persons(file).FirstOrDefault(actor => IsFor(actor, item, file.State), Persons(file).FirstOrDefault(actor => actor.Is(file.State.SeatOf(item.Party)), Actor));

    /// <summary>Who he may be in a case: himself, then the delegate of each power he may use there.</summary>
    public IEnumerable<Actor> Persons(CaseFile file) => Lent(file).Prepend(Actor);

    /// <summary>Himself with each power he may use in a case.</summary>
    public IEnumerable<Actor> Lent(CaseFile file) => Powers.Where(power => power.Covers(file.State.DefinitionId)).Select(power => power.UsedBy(Actor));

    private static bool IsFor(Actor actor, WorkItem item, CaseState state) =>
        item.Holder is { } holder ? (holder == actor.User && item.HeldFor == actor.ActingFor) || holder == actor.ActingFor || item.HeldFor == actor.User : actor.Is(state.SeatOf(item.Party));

    /// <summary>Called by minimal APIs; null makes the request fail where a door was left unguarded.</summary>
    public static async ValueTask<CurrentActor?> BindAsync(HttpContext context) => await SignedIn.OfAsync(context) is { } signedIn ? Of(signedIn) : null;

    /// <summary>An officer who has come in.</summary>
    public static CurrentActor Of(AdmittedOfficer signedIn) =>
        Of(signedIn.Officer, signedIn.Roles) with { Powers = signedIn.Powers, Administers = signedIn.Roles.Contains(Roles.Administrator), Supervises = signedIn.Roles.Contains(Roles.Supervisor) };

    /// <summary>The officer of an account with these roles. A leader without posts leads the whole district and reads all of it.</summary>
    public static CurrentActor Of(Officer officer, IList<string> roles) => new(
        officer.ToActor(), roles.Any(role => role is Roles.Auditor or Roles.Administrator or Roles.Supervisor) || (roles.Contains(Roles.Lead) && officer.PartyIds.IsEmpty), roles.Contains(Roles.Analyst));
}

/// <summary>Whoever comes to a door that is open to all: an officer when signed in, else somebody.</summary>
/// <param name="Officer">The signed-in officer, or null.</param>
internal sealed record Visitor(Actor? Officer)
{
    /// <summary>Called by minimal APIs.</summary>
    public static async ValueTask<Visitor> BindAsync(HttpContext context) => new((await CurrentActor.BindAsync(context))?.Actor);
}
