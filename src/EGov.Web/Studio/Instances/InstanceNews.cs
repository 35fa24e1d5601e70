using System.Collections.Concurrent;
using System.Security.Claims;
using System.Threading.Channels;
using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.People;
using EGov.Web.Security;
using Microsoft.AspNetCore.SignalR;

namespace EGov.Web.Studio.Instances;

/// <summary>Who looks at which case.</summary>
internal sealed record Watch(CaseId Case, ClaimsPrincipal Reader);

/// <summary>Tells open viewers that their case has changed. Cases nobody looks at cost nothing; a case that changes faster than it is told of is told of once.</summary>
/// <remarks>Whether a viewer may hear is asked at every piece of news: a post taken away is taken away at once.</remarks>
internal sealed class InstanceNews(CaseNews cases, InstanceRoom room, IHubContext<InstanceHub> viewers, Admission admission, ILogger<InstanceNews> log) : BackgroundService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Watch> _viewers = [];
    private readonly ConcurrentDictionary<CaseId, int> _watched = new();
    private readonly ConcurrentDictionary<CaseId, byte> _waiting = new();
    private readonly Channel<CaseId> _changed = Channel.CreateUnbounded<CaseId>(new() { SingleReader = true });

    /// <summary>A viewer looks at a case, and no longer at the one it looked at before.</summary>
    public void Watch(string viewer, Watch watch)
    {
        lock (_gate)
        {
            Forget(viewer);
            _viewers[viewer] = watch;
            _watched.AddOrUpdate(watch.Case, 1, static (_, count) => count + 1);
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

    private void Forget(string viewer)
    {
        if (_viewers.Remove(viewer, out var watch) && _watched.AddOrUpdate(watch.Case, 0, static (_, count) => count - 1) == 0) _watched.TryRemove(watch.Case, out _);
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
        var listeners = await ListenersAsync(number, stop);
        if (listeners.Count == 0 || await room.ReadAsync(number, stop) is not { } shown) return;
        var to = viewers.Clients.Clients(listeners);
        // Studio finds the box by its id alone, so of two in different flows the outer one is meant: it is the one that is seen first.
        var places = shown.History.Runs.GroupBy(run => run.Box.Id, run => run.Box.NodeId).Select(same => same.MinBy(place => place.Length)!);
        await to.SendAsync("ActivityExecutionLogUpdatedAsync", new { stats = places.Select(shown.Count) }, stop);
        await to.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, stop);
        await to.SendAsync("WorkflowInstanceUpdatedAsync", new { workflowInstanceId = number.Value }, stop);
    }

    private async Task<List<string>> ListenersAsync(CaseId number, CancellationToken stop)
    {
        KeyValuePair<string, Watch>[] watching;
        lock (_gate) watching = [.. _viewers.Where(viewer => viewer.Value.Case == number)];
        var listeners = new List<string>();
        foreach (var (viewer, watch) in watching)
            if (await SignedIn.OfAsync(watch.Reader, admission) is { } reader && await room.MayLookAsync(number.Value, CurrentActor.Of(reader), stop)) listeners.Add(viewer);
        return listeners;
    }
}
