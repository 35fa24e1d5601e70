using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Runtime.Cases;
using EGov.Web.Http;

namespace EGov.Web.Desk.ShowCase;

/// <summary>A case as an officer sees it, with what he may do in it now.</summary>
internal sealed record CaseView(
    CaseId Case, int Version, string Item, int DefinitionVersion, CaseStatus Status, string? Outcome, string? Name, DateOnly ReceivedOn,
    JsonElement? Form, ImmutableSortedDictionary<string, Value> Inputs, ImmutableSortedDictionary<Milestone, string> Milestones,
    ImmutableArray<WorkItemView> WorkItems, ImmutableArray<PositionView> Positions, ImmutableArray<ClockView> Clocks, ImmutableArray<AllowedAct> AllowedActs)
{
    public static CaseView Of(CaseFile file, JsonElement? form, Actor reader, DateTimeOffset now)
    {
        var (workflow, state) = file;
        return new(
            state.Case, state.Version, state.DefinitionId, state.DefinitionVersion, state.Status, state.Outcome, state.Name, state.ReceivedOn,
            form, state.Inputs, state.Milestones,
            [.. state.WorkItems.Select(item => WorkItemView.Of(item, state, workflow))],
            [.. state.Live.Select(live => PositionView.Of(live, workflow))],
            [.. state.Clocks.Select(clock => ClockView.Of(clock, workflow.Calendar, now))],
            EGov.Engine.Cases.AllowedActs.Of(workflow, state, reader, now));
    }
}

/// <summary>Work laid out in the case.</summary>
internal sealed record WorkItemView(
    int WorkItem, ActivityId Activity, string Title, WorkKind Kind, PartyId Party, UserId? Holder, UserId? DelegatedBy, UserId? AddedBy,
    ImmutableArray<string> Choices, string? Choice, UserId? CompletedBy, DateOnly? UrgedOn)
{
    public static WorkItemView Of(WorkItem item, CaseState state, WorkflowDefinition workflow)
    {
        var node = workflow.Nodes[state.Find(item.Instance)!.Node];
        return new(
            item.Number, node.Id, node.TitleHere(), item.Kind, state.SeatOf(item.Party), item.Holder, item.DelegatedBy, item.AddedBy, item.Choices, item.Choice, item.CompletedBy, item.UrgedOn);
    }
}

/// <summary>Where the case stands on the drawing: one live box.</summary>
internal sealed record PositionView(int Instance, int Parent, ActivityId Activity, string Title, string Type, bool IsFaulted, Wait? Wait)
{
    public static PositionView Of(ActivityInstance live, WorkflowDefinition workflow)
    {
        var node = workflow.Nodes[live.Node];
        return new(live.Number, live.Parent, node.Id, node.TitleHere(), node.Type, live.IsFaulted, live.Wait);
    }
}
