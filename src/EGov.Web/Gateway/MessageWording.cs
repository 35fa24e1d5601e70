using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Outbox;
using EGov.Web.Administration.Messages;
using EGov.Web.Http;
using EGov.Web.Portal.Track;

namespace EGov.Web.Gateway;

/// <summary>What messages, their states and their troubles are called.</summary>
internal sealed class MessageWording(WorkflowCatalog catalog)
{
    /// <summary>The item's title.</summary>
    public string ItemOf(MessageEntry message) => catalog.Find(new ItemId(message.DefinitionId))?.Text("title", CultureInfo.CurrentUICulture.Name) ?? message.DefinitionId;

    /// <summary>The event it tells of.</summary>
    public static string EventOf(MessageEntry message) => TemplatePage.NameOf(message.Template);

    /// <summary>The applicant, or the body it goes to.</summary>
    public string ReceiverOf(MessageEntry message) => message.To == PartyId.Applicant ? Words.Say("message-to-applicant") : BodyOf(message, message.To);

    /// <summary>What the item calls a body; a unit that sits there is called as its body.</summary>
    public string BodyOf(MessageEntry message, PartyId body) => new ItemNames(catalog.Find(new ItemId(message.DefinitionId))).Party(new PartyId(body.Value.Split('@')[0]));

    /// <summary>Why it stands where it stands; null when nothing went wrong.</summary>
    public static string? ReasonOf(MessageEntry message) => message.Reason switch
    {
        null => null,
        { } code when Words.Find("message-reason-" + code.Replace("no answer in time", "no-answer", StringComparison.Ordinal), CultureInfo.CurrentUICulture) is { } known => known,
        { } said => Words.Say("message-reason-said", said),
    };

    /// <summary>What the network reported; null when it has not.</summary>
    public static string? ReportOf(MessageEntry message) => message.Report is { } report ? Words.Say(string.Create(CultureInfo.InvariantCulture, $"message-report-{report}")) : null;

    /// <summary>The way it went.</summary>
    public static string GatewayOf(string? gateway) => gateway is null ? Words.Say("message-way-none") : Words.Find("message-way-" + gateway, CultureInfo.CurrentUICulture) ?? gateway;
}
