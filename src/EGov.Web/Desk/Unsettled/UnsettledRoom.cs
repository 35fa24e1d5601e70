using EGov.Runtime.Outbox;
using EGov.Web.Gateway;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Unsettled;

/// <summary>What the form of a message sends.</summary>
public sealed record SettleForm
{
    public string? How { get; init; }

    public string? Number { get; init; }

    public string? Note { get; init; }
}

/// <summary>The one message on the page that was just asked about.</summary>
/// <param name="Case">Its case.</param>
/// <param name="Message">The event that asked for it.</param>
public sealed record AskedMessage(string Case, int Message)
{
    /// <summary>What was typed.</summary>
    public SettleForm Form { get; init; } = new();

    /// <summary>The code of what is wrong with it.</summary>
    public string? Wrong { get; init; }

    /// <summary>Its number in full, shown this once.</summary>
    public string? Revealed { get; init; }
}

/// <summary>What the page needs.</summary>
internal sealed record UnsettledRoom(CurrentActor Officer, UnsettledMessages Messages, MessageWording Wording, PageFrame Frame)
{
    public async Task<RazorComponentResult<UnsettledPage>> PageAsync(AskedMessage? asked, CancellationToken stop) =>
        new(new { Frame, Open = await Messages.OfAsync(Officer.Actor.Parties, stop), Teller = (object)Wording, Asked = asked })
        {
            StatusCode = asked?.Wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
