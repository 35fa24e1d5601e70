using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Desk.Acts;
using EGov.Web.Desk.Trail;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Handling;

/// <summary>What every page about a case has in common for an officer; to whoever may not read it, it does not exist.</summary>
internal sealed record HandlingVisit([FromRoute(Name = "number")] string Number, PageFrame Frame, CurrentActor Officer, CaseFiles Files, CaseDesk Desk, [FromQuery(Name = "from")] string? From)
{
    private const int LongestNumber = 50;

    /// <summary>The case; null when there is none or it is not for this reader.</summary>
    public async Task<OpenedCase?> OpenAsync(CancellationToken stop) =>
        Number.Length <= LongestNumber && await Files.OpenAsync(new CaseId(Number), stop) is { } opened && ReadingRoom.MayRead(Officer, opened.File) ? opened : null;

    /// <summary>The list it was opened from, or null.</summary>
    public CaseTrail? Trail => CaseTrail.Parse(From);

    /// <summary>The page of the case, with the trail to it.</summary>
    public string Address => CaseTrail.AddressOf(new CaseId(Number), Trail);

    /// <summary>Back to the case, saying once what was done.</summary>
    /// <param name="what">The sentence, <c>done-…</c>.</param>
    /// <param name="about">What stands in its places.</param>
    public Onward Done(string what, params string[] about) => Onward.To(Address, what, about);

    /// <summary>Hands an order in; the sentence of a refusal, or null. What is not his in his own right the runtime tries in power lent to him. A second press of the same click is answered like the first.</summary>
    public async Task<string?> HandInAsync(CaseWords words, ActForm form, Act act, CancellationToken stop)
    {
        var by = act == Act.Withdraw ? ForApplicant(words.File, Officer.Actor) : Officer.Actor;
        return form.ToOrder(act, by) is { } order ? await HandInAsync(words, form.Click, order, form.Said, stop) : Words.Say("act-incomplete-" + Words.Kebab(act));
    }

    /// <summary>Hands an order in; the sentence of a refusal, or null.</summary>
    /// <param name="words">What the case calls things.</param>
    /// <param name="click">Made once per rendering of the form.</param>
    /// <param name="order">The order.</param>
    /// <param name="text">The opinion or reason it commits to, or null.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<string?> HandInAsync(CaseWords words, string? click, CaseCommand order, string? text, CancellationToken stop)
    {
        var headers = new ActHeaders(click, null);
        if (headers.Problem is not null) return Words.Say("click-missing");
        if (!Texts.IsShowable(text, Limits.OpinionInCharacters)) return Words.Say("handle-text-not-allowed", Figures.Of(Limits.OpinionInCharacters));
        var receipt = await Desk.HandInAsync(new CommandEnvelope(headers.IdFor(Officer.Actor.User.Value), new CaseId(Number), order) { Texts = text is null ? [] : [text] }, stop);
        return receipt.IsOfAnotherOrder() ? Words.Say("handle-click-used") : receipt.Refusal is { } refusal ? words.Say(refusal) : null;
    }

    /// <summary>An officer of the item as himself and for the applicant who stands before him.</summary>
    public static Actor ForApplicant(CaseFile file, Actor officer) =>
        file.State.SeatsOf(file.Workflow.Facts).Any(officer.Is) ? officer with { Parties = officer.Parties.Add(PartyId.Applicant) } : officer;
}
