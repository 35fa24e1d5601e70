using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Activities.Approval;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Portal.Follow;
using EGov.Web.Security;

namespace EGov.Web.Desk.Handling;

/// <summary>What is the reader's to do in a case: asked of the engine, told in words.</summary>
internal sealed class ShownWorks(CaseWords words, CurrentActor reader, DateTimeOffset now)
{
    private readonly CaseFile _file = words.File;
    private readonly OfferedActs _offers = new(words.File, reader, now);

    /// <summary>His own work first, then what lies in the trays of his parties, then what his colleagues hold; what is his by lent power after what is his own.</summary>
    public ImmutableArray<ShownWork> Mine() =>
    [
        .. from item in _file.State.WorkItems
           where item.IsOpen && IsHis(item)
           orderby reader.ActorOn(_file, item).ActingFor is null ? 0 : 1, item.Holder == reader.Actor.User ? 0 : item.Holder is null ? 1 : 2, item.Number
           select Show(item),
    ];

    /// <summary>Acts on the case, and urging whom it waits for.</summary>
    public ImmutableArray<ShownAct> Others()
    {
        var urged = from item in _file.State.WorkItems
                    where item.IsOpen && item.Kind != WorkKind.Applicant && !IsHis(item)
                    from offered in _offers.OnWork(item)
                    where offered.Offer.Act is Act.Urge || (offered.Offer is { Act: Act.RemoveSigner, Refusal: null })
                    select InWhosePower(offered, Show(offered) with { Title = Words.Say("act-of-party", Words.Say("act-" + Words.Kebab(offered.Offer.Act)), words.Party(item.Party)) });
        var onCase = _file.State.Status != CaseStatus.Open ? [] : _offers.OnCase().Where(offered => offered.Offer.Refusal is null || offered.Offer.Act == Act.TakeBack).Select(offered => InWhosePower(offered, Show(offered)));
        return [.. urged, .. onCase];
    }

    private ShownAct InWhosePower(OfferTo offered, ShownAct act) => offered.By.ActingFor is { } owner ? act with { Title = Words.Say("act-in-power", act.Title, words.Officer(owner)) } : act;

    private bool IsHis(WorkItem item) =>
        item.Kind != WorkKind.Applicant && (item.Holder == reader.Actor.User || reader.ActorOn(_file, item) is { ActingFor: not null } || reader.Actor.Is(_file.State.SeatOf(item.Party)));

    private ShownWork Show(WorkItem item)
    {
        var node = _file.Workflow.Nodes[_file.State.Find(item.Instance)!.Node];
        var standing = item.DelegatedBy is { } owner ? Words.Say("handle-delegated-by", words.Officer(owner))
            : item.Holder is null ? Words.Say("handle-in-tray")
            : item.Holder == reader.Actor.User ? Words.Say("handle-held-by-you")
            : Words.Say("handle-held-by", words.Officer(item.Holder.Value));
        var inPowerOf = reader.ActorOn(_file, item).ActingFor;
        if (inPowerOf is { } lender) standing = Words.Say("handle-in-power", standing, words.Officer(lender));
        return new(item.Number, item.Kind == WorkKind.Incident ? Words.Say("handle-incident", node.TitleHere()) : node.TitleHere(), words.Party(item.Party), standing,
            [.. _offers.OnWork(item).Where(offered => IsOfKind(offered.Offer, item)).Select(Show)])
        {
            StepTongue = node.TongueHere(),
            Results = node.Behaviour is IssueResult ? ResultsOf() : [],
        };
    }

    /// <summary>What a kind of work never knows is not shown: nobody resolves a signature, nobody signs an incident.</summary>
    private static bool IsOfKind(ActOffer offer, WorkItem item) => offer.Act switch
    {
        Act.ResolveIncident => item.Kind == WorkKind.Incident,
        Act.AddSigner => item.Kind == WorkKind.Signature && offer.Refusal is null,
        Act.RemoveSigner => item.AddedBy is not null,
        Act.Release => item.Holder is not null,
        Act.Claim => item.Holder is null || offer.Refusal is not null,
        Act.Complete => item.Kind != WorkKind.Incident,
        _ => true,
    };

    private ShownAct Show(OfferTo offered)
    {
        var offer = offered.Offer;
        return new(offer.Act, offer.WorkItem, offer.Option, TitleOf(offer), offer.Refusal is { } refusal ? words.Say(refusal) : null)
        {
            AsksReason = offer.AsksReason, IsFinal = offer.IsFinal, IsTold = offer.Act == Act.Complete && CaseTeller.ToldChoices.Contains(offer.Option),
        };
    }

    private string TitleOf(ActOffer offer) => offer.Act switch
    {
        Act.Complete => words.Names.Outcome(offer.Option),
        Act.Return => offer.Option.Length == 0 ? Words.Say("act-return") : words.Step(new(offer.Option)),
        Act.AddSigner => words.Party(new(offer.Option)),
        Act.ExtendClock => words.Clock(new(offer.Option)),
        _ => Words.Say("act-" + Words.Kebab(offer.Act)),
    };

    private ImmutableArray<(string, string)> ResultsOf() => words.Item is { } item && item.Facts.TryGetProperty("results", out var results)
        ? [.. results.EnumerateArray().Select(result => (result.GetProperty("code").GetString()!, Runtime.Catalog.Item.Localized(result.GetProperty("name"), CultureInfo.CurrentUICulture.Name) ?? ""))]
        : [];
}
