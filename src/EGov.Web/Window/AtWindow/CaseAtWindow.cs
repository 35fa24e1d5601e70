using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Window;
using EGov.Web.Http;
using EGov.Web.Letters;
using EGov.Web.Portal.Follow;
using EGov.Web.Portal.Track;
using EGov.Web.Security;

namespace EGov.Web.Window.AtWindow;

/// <summary>A case as the window shows it: what was looked at, its letters, and what this officer can do next in the same sitting.</summary>
/// <param name="Number">The case number.</param>
/// <param name="Version">The version that is shown; acts are on exactly this.</param>
/// <param name="Item">What was applied for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Waits">With whom it lies.</param>
/// <param name="Intake">What was looked at; null when it came online.</param>
/// <param name="TakenBy">The name of the officer who took it in.</param>
/// <param name="Materials">How each material came, in words.</param>
/// <param name="Missing">Names of materials that are not there.</param>
/// <param name="Letters">The letters so far.</param>
/// <param name="Work">What he can do.</param>
public sealed record CaseAtWindow(
    string Number, int Version, string Item, CaseStatus Status, string Waits, Intake? Intake, string TakenBy, ImmutableArray<(string Name, string State)> Materials,
    ImmutableArray<string> Missing, ImmutableArray<LetterKind> Letters, ImmutableArray<WindowWork> Work)
{
    /// <summary>True when the applicant is asked to supply something and this officer may say for him that he has.</summary>
    public bool MaySupply { get; init; }
}

/// <summary>Work that can be done now.</summary>
/// <param name="WorkItem">Its number within the case.</param>
/// <param name="Box">What the drawing calls it.</param>
/// <param name="IsFrontOffice">True when a refusal here only goes to the back office.</param>
/// <param name="Choices">What may be chosen: code and words.</param>
public sealed record WindowWork(int WorkItem, string Box, bool IsFrontOffice, ImmutableArray<(string Code, string Title)> Choices);

/// <summary>Tells a case to a window.</summary>
internal sealed class WindowTeller(WorkflowCatalog catalog, Intakes intakes, LetterWriter letters, TimeProvider time)
{
    public async Task<CaseAtWindow> TellAsync(CaseFile file, CurrentActor officer, OfficerNames officers, CancellationToken stop)
    {
        var (workflow, state) = file;
        var item = workflow.Facts.Item is { } id ? catalog.Find(id) : null;
        var (names, intake) = (new ItemNames(item), await intakes.FindAsync(state.Case, stop));
        return new(
            state.Case.Value, state.Version, item?.Text("title", CultureInfo.CurrentUICulture.Name) ?? workflow.Name, state.Status,
            string.Join(Words.Say("flow-and"), state.WorkItems.Where(work => work.IsOpen).Select(work => work.Kind == WorkKind.Applicant ? Words.Say("letter-applicant") : names.Party(work.Party)).Distinct()),
            intake, intake is null ? "" : officers.Of([intake.By])[intake.By],
            [.. (intake?.Materials ?? ImmutableSortedDictionary<string, string>.Empty).Select(seen => (names.Material(seen.Key), Words.Say("window-state-" + seen.Value)))],
            [.. (intake?.Materials ?? ImmutableSortedDictionary<string, string>.Empty).Where(seen => seen.Value == "missing").Select(seen => names.Material(seen.Key))],
            await letters.KindsAsync(file, stop), [.. WorkOf(file, officer.ActorIn(file), names)])
        {
            MaySupply = SupplyAtWindowEndpoint.MaySpeakFor(officer.Actor, file) && CaseTeller.Asked(state) is not null,
        };
    }

    private IEnumerable<WindowWork> WorkOf(CaseFile file, Actor officer, ItemNames names) =>
        from act in AllowedActs.Of(file.Workflow, file.State, officer, time.GetUtcNow())
        where act.Act == Act.Complete
        let work = file.State.FindWork(act.WorkItem)
        where work.Kind is WorkKind.Task or WorkKind.Signature
        let isFront = file.Workflow.Facts.FrontOffice.Contains(work.Party)
        select new WindowWork(
            work.Number, file.Workflow.Nodes[file.State.Find(work.Instance)!.Node].TitleHere(), isFront,
            [.. act.Options.Select(choice => (choice, isFront && choice is "Refused" or "Rejected" ? Words.Say("window-pass-on") : names.Outcome(choice)))]);
}
