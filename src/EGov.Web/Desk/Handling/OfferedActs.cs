using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Security;

namespace EGov.Web.Desk.Handling;

/// <summary>An act as the engine offers it, and as whom: himself, or the delegate of somebody else.</summary>
internal readonly record struct OfferTo(Actor By, ActOffer Offer);

/// <summary>What a reader may do in a case in his own power and in each that was lent to him (授权), asked of the engine for every person he may be there.</summary>
internal sealed class OfferedActs(CaseFile file, CurrentActor reader, DateTimeOffset now)
{
    /// <summary>Acts on a work item; of those that several persons could do, the one who has the work comes first.</summary>
    public ImmutableArray<OfferTo> OnWork(WorkItem item) => Best(reader.ActorOn(file, item), by => ActOffers.OnWork(file.Workflow, file.State, by, now, item));

    /// <summary>Acts on the case as a whole.</summary>
    public ImmutableArray<OfferTo> OnCase() => Best(reader.Actor, by => ActOffers.OnCase(file.Workflow, file.State, HandlingVisit.ForApplicant(file, by), now));

    /// <summary>The offers of one act.</summary>
    public IEnumerable<OfferTo> Of(Act act, WorkItem? item) =>
        (item is { IsOpen: true } && act is not (Act.TakeBack or Act.ExtendClock or Act.Withdraw) ? OnWork(item) : OnCase()).Where(one => one.Offer.Act == act);

    private ImmutableArray<OfferTo> Best(Actor first, Func<Actor, ImmutableArray<ActOffer>> ask) =>
    [
        .. from person in reader.Persons(file).OrderByDescending(one => one.ActingFor == first.ActingFor)
           from offer in ask(person)
           group new OfferTo(person, offer) by (offer.Act, offer.WorkItem, offer.Option) into same
           select same.OrderBy(one => one.Offer.Refusal is not null).First(),
    ];
}
