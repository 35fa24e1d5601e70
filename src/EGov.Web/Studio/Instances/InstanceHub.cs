using EGov.Engine;
using Microsoft.AspNetCore.SignalR;

namespace EGov.Web.Studio.Instances;

/// <summary>Where Studio's viewer listens while it shows a case that is not over. It hears that something changed and how often each box ran, nothing else.</summary>
internal sealed class InstanceHub(InstanceNews news) : Hub
{
    /// <summary>Beside the API's address, where Studio looks for it.</summary>
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>In bytes; what is sent here is the number of a case.</summary>
    public const long LargestMessage = 1024;

    /// <summary>Called by Studio by this name. Who may not read the case hears nothing, as if it never changed.</summary>
    public void ObserveInstanceAsync(string instanceId) => news.Watch(Context.ConnectionId, new(new CaseId(instanceId), Context.User!));

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        news.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
