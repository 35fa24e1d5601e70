using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;
using EGov.Web.Security;

namespace EGov.Web.Desk.Batch;

/// <summary>What became of one of several orders.</summary>
/// <param name="Work">On which work.</param>
/// <param name="Refusal">Why not, in words; null when it was done.</param>
public sealed record BatchOutcome(PickedWork Work, string? Refusal);

/// <summary>Work that may be finished together: the same step of the same item, and the choices all of it offers this officer.</summary>
/// <param name="Item">The item.</param>
/// <param name="Step">The step.</param>
/// <param name="Works">The work, with who applies.</param>
/// <param name="Choices">Choice and its name.</param>
/// <param name="Problem">Why it cannot be finished together, or null.</param>
public sealed record BatchQuestion(string Item, string Step, ImmutableArray<(PickedWork Work, string Applicant)> Works, ImmutableArray<(string Choice, string Name)> Choices, string? Problem);

/// <summary>批量: several orders given by one click. Each is an order of its own with an id of its own; the engine judges each by itself, and one that is refused changes nothing.</summary>
internal sealed class BatchDesk(CaseDesk desk, CaseFiles files, WorkflowCatalog catalog, TimeProvider time)
{
    private const int LongestClick = 40;

    /// <summary>Gives one order for each picked work item.</summary>
    public async Task<ImmutableArray<BatchOutcome>> GiveAsync(Actor officer, BatchForm form, Func<PickedWork, CaseCommand> order, string? text, CancellationToken stop)
    {
        var outcomes = ImmutableArray.CreateBuilder<BatchOutcome>();
        foreach (var work in PickedWork.Read(form.Pick))
        {
            var click = form.Click is { Length: > 0 and <= LongestClick } sent ? sent : Guid.NewGuid().ToString("N");
            var receipt = await desk.HandInAsync(new(new($"{officer.User}/{click}/{work}"), work.Case, order(work)) { Texts = text is null ? [] : [text] }, stop);
            outcomes.Add(new(work, receipt.Refusal is { } refusal ? Words.Say(Words.Kebab(refusal.Code), refusal.Arguments) : null));
        }

        return outcomes.ToImmutable();
    }

    /// <summary>What is asked before work is finished together.</summary>
    public async Task<BatchQuestion> AskAsync(CurrentActor officer, ImmutableArray<PickedWork> picked, CancellationToken stop)
    {
        var works = ImmutableArray.CreateBuilder<(PickedWork, string)>();
        var (steps, choices) = (new HashSet<(string, ActivityId)>(), (IEnumerable<string>?)null);
        var (item, step) = ((Item?)null, "");
        foreach (var work in picked)
        {
            if (await files.ReadAsync(work.Case, stop) is not { } file || !ReadingRoom.MayRead(officer, file) || file.State.FindWork(work.WorkItem) is not { } known) continue;
            var node = file.Workflow.Nodes[file.State.Find(known.Instance)!.Node];
            var offered = AllowedActs.Of(file.Workflow, file.State, officer.ActorOn(file, known), time.GetUtcNow()).FirstOrDefault(act => act.Act == Act.Complete && act.WorkItem == work.WorkItem)?.Options ?? [];
            (choices, item, step) = (choices?.Intersect(offered) ?? offered, file.Workflow.Facts.Item is { } id ? catalog.Find(id) : null, node.TitleHere());
            steps.Add((file.State.DefinitionId, node.Id));
            var application = await files.ApplicationAsync(work.Case, stop);
            works.Add((work, Masked.Name(application?.Applicant, application?.IdKind)));
        }

        var names = new ItemNames(item);
        ImmutableArray<(string, string)> common = [.. (choices ?? []).Select(choice => (choice, names.Outcome(choice)))];
        var problem = works.Count == 0 ? "batch-nothing" : steps.Count > 1 ? "batch-unlike" : common.IsEmpty ? "batch-no-choice" : null;
        return new(item?.Text("title", System.Globalization.CultureInfo.CurrentUICulture.Name) ?? "", step, works.ToImmutable(), problem is null ? common : [], problem);
    }
}
