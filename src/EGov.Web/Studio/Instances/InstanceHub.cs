using EGov.Engine;
using EGov.Runtime.People;
using EGov.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;

namespace EGov.Web.Studio.Instances;

/// <summary>Where Studio's viewer listens while it shows a case that is not over. It hears that something changed and how often each box ran, nothing else.</summary>
internal sealed class InstanceHub(InstanceRoom room, InstanceNews news, UserManager<Officer> officers) : Hub
{
    /// <summary>Beside the API's address, where Studio looks for it.</summary>
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>In bytes; what is sent here is the number of a case.</summary>
    public const long LargestMessage = 1024;

    /// <summary>Called by Studio by this name. Who may not read the case hears nothing, as if it never changed.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        if (await CurrentActor.OfAsync(Context.User!, officers) is not { } reader || !await room.MayLookAsync(instanceId, reader, Context.ConnectionAborted)) return;
        if (news.Watch(Context.ConnectionId, new CaseId(instanceId)) is { } before) await Groups.RemoveFromGroupAsync(Context.ConnectionId, before.Value, Context.ConnectionAborted);
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        news.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
