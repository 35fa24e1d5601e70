using System.Collections.Concurrent;
using System.Threading.Channels;
using EGov.Engine;
using EGov.Runtime.Cases;
using Microsoft.AspNetCore.SignalR;

namespace EGov.Web.Studio.Instances;

/// <summary>Tells open viewers that their case has changed. Cases nobody looks at cost nothing; a case that changes faster than it is told of is told of once.</summary>
internal sealed class InstanceNews(CaseNews cases, InstanceRoom room, IHubContext<InstanceHub> viewers, ILogger<InstanceNews> log) : BackgroundService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CaseId> _viewers = [];
    private readonly ConcurrentDictionary<CaseId, int> _watched = new();
    private readonly ConcurrentDictionary<CaseId, byte> _waiting = new();
    private readonly Channel<CaseId> _changed = Channel.CreateUnbounded<CaseId>(new() { SingleReader = true });

    /// <summary>A viewer looks at a case, and no longer at the one it looked at before, which is returned.</summary>
    public CaseId? Watch(string viewer, CaseId number)
    {
        lock (_gate)
        {
            var before = Forget(viewer);
            _viewers[viewer] = number;
            _watched.AddOrUpdate(number, 1, static (_, viewers) => viewers + 1);
            return before;
        }
    }

    public void Leave(string viewer)
    {
        lock (_gate) Forget(viewer);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = cases.Listen(Hear);
        await foreach (var number in _changed.Reader.ReadAllAsync(stoppingToken))
        {
            _waiting.TryRemove(number, out _);
            await TryTellAsync(number, stoppingToken);
        }
    }

    private CaseId? Forget(string viewer)
    {
        if (!_viewers.Remove(viewer, out var number)) return null;
        if (_watched.AddOrUpdate(number, 0, static (_, viewers) => viewers - 1) == 0) _watched.TryRemove(number, out _);
        return number;
    }

    private void Hear(CaseId number)
    {
        if (_watched.ContainsKey(number) && _waiting.TryAdd(number, 0)) _changed.Writer.TryWrite(number);
    }

    private async Task TryTellAsync(CaseId number, CancellationToken stop)
    {
        try
        {
            await TellAsync(number, stop);
        }
#pragma warning disable CA1031 // News are a courtesy: what cannot be told now must not end the program.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.ViewersNotTold(failure, number);
        }
    }

    private async Task TellAsync(CaseId number, CancellationToken stop)
    {
        if (await room.ReadAsync(number, stop) is not { } shown) return;
        var group = viewers.Clients.Group(number.Value);
        // Studio finds the box by its id alone, so of two in different flows the outer one is meant: it is the one that is seen first.
        var places = shown.History.Runs.GroupBy(run => run.Box.Id, run => run.Box.NodeId).Select(same => same.MinBy(place => place.Length)!);
        await group.SendAsync("ActivityExecutionLogUpdatedAsync", new { stats = places.Select(shown.Count) }, stop);
        await group.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, stop);
        await group.SendAsync("WorkflowInstanceUpdatedAsync", new { workflowInstanceId = number.Value }, stop);
    }
}
