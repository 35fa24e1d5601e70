using System.Collections.Immutable;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>How a flowchart moves, by Elsa 3.8's counter-based rules.</summary>
/// <remarks>
/// A completed box visits every path that leaves it: followed when the path carries one of its outcomes, otherwise not followed. A box is
/// entered when all forward paths into it were visited and one was followed (a join may ask for more or less); when none was followed it
/// is skipped, and its own paths count as not followed, and so on. So alternatives meet again without a join, and a join after a decision
/// does not hang. A path that leads backward forgets everything its target had led to and enters the target again; the same happens when
/// an officer returns the case. There Elsa keeps counting, and loses or doubles work when a loop lies beside other branches
/// (see DECISIONS 4). Who goes first where one cancels another is told in <see cref="Precedence"/>.
/// </remarks>
internal static class Flow
{
    /// <summary>A contained box completed: visit its paths and let what they reach have its turn.</summary>
    public static Story Advance(Story story, int flow, int node, ImmutableArray<string> outcomes)
    {
        var graph = story.Workflow.Nodes[story.State.Find(flow)!.Node].Graph!;
        var goesBack = false;
        foreach (var path in graph.Outbound(node))
        {
            if (!outcomes.Contains(path.Port) || !graph.IsBackward(path)) continue;
            goesBack = true;
            if (!graph.Dominates(path.Target, node))
                return story.Fault(flow, "backward-path-unsound", $"{path.Source}->{path.Target}");
            story = story.Schedule(new Turn(flow, path.Target, null, new StepBack(node, outcomes)));
        }

        return goesBack ? story : Visit(story, flow, node, outcomes, onlyFollowed: false).CompleteFlowWhenIdle(flow);
    }

    /// <summary>The turn of a path that leads backward has come; paths forward that carry the same outcome are taken with it.</summary>
    public static Story GoBack(Story story, int flow, int target, StepBack back)
    {
        story = Rewind(story, flow, target, CancelReason.Returned).Schedule(flow, target);
        return Visit(story, flow, back.Source, back.Outcomes, onlyFollowed: true);
    }

    /// <summary>The turn of a join that takes the first arrival has come: what still leads to it is cancelled.</summary>
    public static Story CancelRivals(Story story, int flow, int join)
    {
        var graph = story.Workflow.Nodes[story.State.Find(flow)!.Node].Graph!;
        var round = new Round(graph, flow);
        foreach (var child in story.State.Live)
        {
            if (child.Parent != flow || !graph.Descendants(child.Node).Contains(join)) continue;
            story = story.Cancel(child.Number, CancelReason.JoinedWithoutIt);
            round.Visit(child.Node, [], onlyFollowed: false);
        }

        foreach (var turn in story.Waiting)
        {
            if (turn.Parent != flow || turn.Back is not { } back || !graph.Descendants(back.Source).Contains(join)) continue;
            story = story.Drop(other => other == turn);
            round.Visit(back.Source, [], onlyFollowed: false);
        }

        return round.Apply(story);
    }

    /// <summary>A contained box was cancelled while the flowchart goes on: it counts as skipped.</summary>
    public static Story Skip(Story story, int flow, int node) => Visit(story, flow, node, [], onlyFollowed: false).CompleteFlowWhenIdle(flow);

    /// <summary>Goes back to a node: all that it had led to is cancelled and forgotten; branches beside it are untouched.</summary>
    public static Story Rewind(Story story, int flow, int target, CancelReason reason)
    {
        var graph = story.Workflow.Nodes[story.State.Find(flow)!.Node].Graph!;
        var caused = graph.Descendants(target);
        foreach (var child in story.State.Live)
            if (child.Parent == flow && (child.Node == target || caused.Contains(child.Node))) story = story.Cancel(child.Number, reason);
        story = story.Drop(turn => turn.Parent == flow && (turn.Node == target || caused.Contains(turn.Node)));
        return story.Then(new PathsForgotten(
            flow,
            [.. graph.Connections.Where(c => c.Source == target || caused.Contains(c.Source)).Select(c => c.Index)],
            [.. caused.Numbers()]));
    }

    private static Story Visit(Story story, int flow, int node, ImmutableArray<string> outcomes, bool onlyFollowed)
    {
        var round = new Round(story.Workflow.Nodes[story.State.Find(flow)!.Node].Graph!, flow);
        round.Visit(node, outcomes, onlyFollowed);
        return round.Apply(story);
    }

    private static Story CompleteFlowWhenIdle(this Story story, int flow)
    {
        if (story.State.Find(flow) is null || story.HasPendingInside(flow)) return story;
        foreach (var child in story.State.Live)
            if (child.Parent == flow) return story;
        return story.Complete(flow, ["Done"]);
    }

    /// <summary>One burst of visits: collected first, told as one event.</summary>
    private sealed class Round(FlowGraph graph, int flow)
    {
        private readonly Queue<(int Node, ImmutableArray<string> Outcomes, bool OnlyFollowed)> _completed = new();

        public void Visit(int node, ImmutableArray<string> outcomes, bool onlyFollowed) => _completed.Enqueue((node, outcomes, onlyFollowed));

        public Story Apply(Story story)
        {
            while (_completed.TryDequeue(out var completed)) story = Take(story, completed.Node, completed.Outcomes, completed.OnlyFollowed);
            return story;
        }

        private Story Take(Story story, int node, ImmutableArray<string> outcomes, bool onlyFollowed)
        {
            var followed = ImmutableArray.CreateBuilder<int>();
            var notFollowed = ImmutableArray.CreateBuilder<int>();
            var targets = new List<int>();
            foreach (var path in graph.Outbound(node))
            {
                if (graph.IsBackward(path)) continue;
                var isFollowed = outcomes.Contains(path.Port);
                if (onlyFollowed && !isFollowed) continue;
                (isFollowed ? followed : notFollowed).Add(path.Index);
                if (!targets.Contains(path.Target)) targets.Add(path.Target);
            }

            if (targets.Count == 0) return story;
            var marking = story.State.Find(flow)!.Marking;
            marking = marking with { Followed = marking.Followed.With(followed.ToImmutable()), NotFollowed = marking.NotFollowed.With(notFollowed.ToImmutable()) };
            var entered = new List<int>();
            var skipped = ImmutableArray.CreateBuilder<int>();
            foreach (var target in targets)
                if (!marking.Reached.Contains(target) && Judge(story, target, marking) is { } turn) (turn ? entered.Add : (Action<int>)skipped.Add)(target);
            story = story.Then(new PathsTaken(flow, followed.ToImmutable(), notFollowed.ToImmutable(), skipped.ToImmutable(), [.. entered]));
            foreach (var target in skipped) Visit(target, [], onlyFollowed: false);
            foreach (var target in entered) story = story.Schedule(flow, target);
            return story;
        }

        /// <summary>True: its turn has come; false: it is skipped; null: more paths must be visited first.</summary>
        private bool? Judge(Story story, int target, FlowMarking marking)
        {
            var (visited, followed, all) = (0, 0, 0);
            foreach (var path in graph.ForwardInbound(target))
            {
                all++;
                if (marking.Followed.Contains(path.Index)) followed++;
                if (marking.Visited(path.Index)) visited++;
            }

            return ModeOf(story, target) switch
            {
                JoinMode.WaitAny when followed > 0 => true,
                _ when visited < all => null,
                JoinMode.WaitAll => followed == all,
                _ => followed > 0,
            };
        }

        private static JoinMode ModeOf(Story story, int target)
        {
            var node = story.Workflow.Nodes[target];
            return node.Behaviour is FlowJoin ? FlowJoin.ModeOf(node) : JoinMode.WaitAllActive;
        }
    }
}
