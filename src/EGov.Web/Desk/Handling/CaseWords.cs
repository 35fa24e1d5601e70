using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Desk.Acts;
using EGov.Web.Http;
using EGov.Web.Portal.Track;

namespace EGov.Web.Desk.Handling;

/// <summary>What a case calls its people, bodies, steps and limits; the code where nobody has given a name.</summary>
internal sealed class CaseWords(CaseFile file, Item? item, IReadOnlyDictionary<UserId, string> officers)
{
    public CaseFile File => file;

    public Item? Item => item;

    public ItemNames Names { get; } = new(item);

    public string Title => item?.Text("title", CultureInfo.CurrentUICulture.Name) ?? file.Workflow.Name;

    public string Party(PartyId party) => party == PartyId.Applicant ? Words.Say("handle-applicant") : Names.Party(party);

    public string Officer(UserId user) => officers.GetValueOrDefault(user, user.Value);

    public string StepAt(int node) => file.Workflow.Nodes[node].TitleHere();

    public string Step(ActivityId activity) => file.Workflow.Find(activity)?.TitleHere() ?? activity.Value;

    /// <summary>承诺, 法定, 受理 …; a step's own limit is called like the step.</summary>
    public string Clock(ClockId clock)
    {
        if (Words.Find("clock-" + clock.Value, CultureInfo.CurrentUICulture) is { } known) return known;
        var owner = file.State.FindClock(clock)?.Owner;
        return owner is { } instance && file.State.Find(instance) is { } live ? StepAt(live.Node) : clock.Value;
    }

    /// <summary>The sentence that confirms an act: one of its own for taking a case in, else the act's.</summary>
    public static string DoneBy(Act act, ActForm form) => act == Act.Complete && form.Option == "Accepted" ? "act-accepted" : "act-" + Words.Kebab(act);

    /// <summary>What the sentence is about: the step, what was chosen, and the case.</summary>
    public string[] DoneAbout(ActForm form) =>
    [
        file.State.FindWork(form.Work) is { } item ? StepAt(file.State.Find(item.Instance)!.Node) : Title,
        form.Option is { Length: > 0 } option ? Names.Outcome(option) : "",
        file.State.Case.Value,
    ];

    /// <summary>Why an act is impossible, with names for codes.</summary>
    public string Say(Refusal refusal) => Words.Say(Words.Kebab(refusal.Code), [.. refusal.Arguments.Select(argument => Named(refusal.Code, argument))]);

    private string Named(RejectionCode code, string argument) => code switch
    {
        RejectionCode.PartyMissing or RejectionCode.PartyUnknown or RejectionCode.SignerAlready => Party(new PartyId(argument)),
        RejectionCode.FourEyes or RejectionCode.ReturnTargetNotOnPath => Step(new ActivityId(argument)),
        RejectionCode.ReasonMissing or RejectionCode.ChoiceUnknown or RejectionCode.OutcomeUnknown => Words.Find("reason-for-" + argument, CultureInfo.CurrentUICulture) ?? Names.Outcome(argument),
        RejectionCode.ExtendedAlready or RejectionCode.ClockNotRunning => Clock(new ClockId(argument)),
        _ => argument,
    };
}
