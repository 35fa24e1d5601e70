using EGov.Runtime.Supervision;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.OverHttp;

/// <summary>What the supervision desk answers, over HTTP.</summary>
internal static class DeskAnswers
{
    /// <summary>Why it was not done; null when it was.</summary>
    public static ProblemHttpResult? Problem(this DeskAnswer answer) => answer switch
    {
        DeskAnswer.Done => null,
        DeskAnswer.Unknown => Problems.Of(StatusCodes.Status404NotFound, "not-found"),
        DeskAnswer.NotYours => Problems.Of(StatusCodes.Status403Forbidden, "not-allowed"),
        DeskAnswer.TextWrong => Problems.Of(StatusCodes.Status400BadRequest, "text-not-allowed", "text"),
        DeskAnswer.DayWrong => Problems.Of(StatusCodes.Status400BadRequest, "card-day-wrong"),
        _ => Problems.Of(StatusCodes.Status409Conflict, "card-settled"),
    };

    /// <summary>The cards he may see: all for supervision, else those of his own seats.</summary>
    public static CardFilter SeenBy(this CardFilter filter, CurrentActor reader) =>
        reader.Supervises ? filter : filter with { Parties = [.. reader.Actor.Parties.Select(party => party.Value).Where(party => filter.Parties is not { } asked || asked.Contains(party))] };

    /// <summary>True when the card is his to see.</summary>
    public static bool Sees(this CurrentActor reader, CardEntry card) => reader.Supervises || (card.Party is { } party && reader.Actor.Is(party));
}

/// <summary>Words about a card or an order.</summary>
/// <param name="Text">At most 1,000 UTF-16 units.</param>
internal sealed record WordsRequest(string? Text);
