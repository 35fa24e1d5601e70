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

    /// <summary>Of the cards asked for, those he may see.</summary>
    public static CardFilter SeenBy(this CardFilter filter, CurrentActor reader) =>
        reader.SeatsSeen is { } seats ? filter with { Parties = [.. seats.Where(seat => filter.Parties is not { } asked || asked.Contains(seat))] } : filter;
}

/// <summary>Words about a card or an order.</summary>
/// <param name="Text">At most 1,000 UTF-16 units.</param>
internal sealed record WordsRequest(string? Text);
