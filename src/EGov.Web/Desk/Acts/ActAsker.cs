using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Desk.Handling;
using EGov.Web.Http;
using EGov.Web.Portal.Follow;
using EGov.Web.Security;

namespace EGov.Web.Desk.Acts;

/// <summary>Asks what an act needs to know: to which step, to whom, how long, and why.</summary>
internal sealed class ActAsker(Colleagues colleagues, TimeProvider time)
{
    private static readonly ImmutableArray<Act> Wordless = [Act.Claim, Act.Release, Act.Urge];

    /// <summary>The question; null when the case knows no such work.</summary>
    public ActQuestion? Ask(Act act, ActForm form, CaseWords words, CurrentActor officer)
    {
        var (file, item) = (words.File, words.File.State.FindWork(form.Work));
        if (item is null && act is not (Act.TakeBack or Act.ExtendClock or Act.Withdraw)) return null;
        var offered = new OfferedActs(file, officer, time.GetUtcNow()).Of(act, item).OrderBy(one => one.Offer.Refusal is not null).ToList();
        var (offers, owner) = (offered.Select(one => one.Offer).ToList(), offered.Select(one => one.By.ActingFor).FirstOrDefault());
        var chosen = offers.FirstOrDefault(offer => offer.Option == form.Option);
        var step = item is not null ? words.StepAt(file.State.Find(item.Instance)!.Node) : "";
        var question = new ActQuestion(file.State.Case.Value, act, form.Work, HeadingOf(act, form, words), string.Join(" · ", new[] { file.State.Case.Value, words.Title, step, owner is { } lender ? Words.Say("handle-in-power-of", words.Officer(lender)) : "" }.Where(part => part.Length > 0)))
        {
            Means = Words.Say("act-means-" + Words.Kebab(act)),
            TakesText = !Wordless.Contains(act),
            AsksReason = (chosen ?? offers.FirstOrDefault(offer => offer.Refusal is null))?.AsksReason ?? false,
            IsTold = act == Act.Complete && CaseTeller.ToldChoices.Contains(form.Option ?? ""),
        };
        return act switch
        {
            Act.Complete => question with { IsSettled = true, Means = Words.Say(chosen?.IsFinal == true ? "act-means-final" : "act-means-complete"), Options = [new(form.Option ?? "", words.Names.Outcome(form.Option ?? ""))] },
            Act.Return => question with { Options = Possible(offers, option => words.Step(new(option))) },
            Act.AddSigner => question with { Options = Possible(offers, option => words.Party(new(option))) },
            Act.ExtendClock => question with { Options = Possible(offers, option => words.Clock(new(option))) },
            Act.Transfer => question with { Colleagues = ColleaguesOf(file.State.SeatOf(item!.Party), officer), Parties = [.. file.Workflow.Facts.Parties.Where(party => party != item.Party).Select(party => new ActOption(party.Value, words.Party(party)))] },
            Act.Delegate => question with { Colleagues = ColleaguesOf(file.State.SeatOf(item!.Party), officer) },
            Act.ResolveIncident => question with { Outcomes = [.. file.Workflow.Nodes[file.State.Find(item!.Instance)!.Node] is var node ? node.Behaviour.Descriptor.PortsOf(node).Select(port => new ActOption(port, words.Names.Outcome(port))) : []] },
            _ => question,
        };
    }

    /// <summary>True when this choice could not be taken back: it is asked about once more.</summary>
    public bool IsFinal(ActForm form, CaseFile file, CurrentActor officer) =>
        file.State.FindWork(form.Work) is { } item && new OfferedActs(file, officer, time.GetUtcNow()).Of(Act.Complete, item).Any(one => one.Offer.Option == form.Option && one.Offer is { Refusal: null, IsFinal: true });

    /// <summary>What the form lacks or must not say; null when the engine may judge.</summary>
    public string? WhyNot(Act act, ActForm form, CaseFile file)
    {
        if (form.ToOrder(act, Actor.System) is null) return Words.Say("act-incomplete-" + Words.Kebab(act));
        if (string.IsNullOrEmpty(form.To) || act is not (Act.Transfer or Act.Delegate) || file.State.FindWork(form.Work) is not { } item) return null;
        var party = act == Act.Transfer && !string.IsNullOrEmpty(form.Party) ? new PartyId(form.Party) : item.Party;
        return colleagues.Of(file.State.SeatOf(party)).Any(one => one.User.Value == form.To) ? null : Words.Say("act-not-a-colleague");
    }

    private static ImmutableArray<ActOption> Possible(IEnumerable<ActOffer> offers, Func<string, string> title) =>
        [.. offers.Where(offer => offer.Refusal is null).Select(offer => new ActOption(offer.Option, title(offer.Option)))];

    private ImmutableArray<ActOption> ColleaguesOf(PartyId party, CurrentActor officer) =>
        [.. colleagues.Of(party).Where(one => one.User != officer.Actor.User).Select(one => new ActOption(one.User.Value, one.Name))];

    private static string HeadingOf(Act act, ActForm form, CaseWords words) => act == Act.Complete
        ? Words.Say("act-complete-as", words.Names.Outcome(form.Option ?? ""))
        : Words.Say("act-" + Words.Kebab(act));
}
