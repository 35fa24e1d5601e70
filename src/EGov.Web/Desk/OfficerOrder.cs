using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk;

/// <summary>What every act of an officer on a case has in common; an endpoint adds only what the act is.</summary>
internal sealed record OfficerOrder(
    [FromRoute(Name = "number")] string Number,
    [FromHeader(Name = "Idempotency-Key")] string? Key,
    [FromHeader(Name = "If-Match")] string? Match,
    CurrentActor Officer,
    CaseDesk Desk)
{
    /// <summary>Hands the order in under this click's id and translates the answer.</summary>
    /// <param name="order">The order, given who acts.</param>
    /// <param name="text">The opinion or reason it commits to, or null.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<ActResult> HandInAsync(Func<Actor, CaseCommand> order, string? text, CancellationToken stop)
    {
        var headers = new ActHeaders(Key, Match);
        if (headers.Problem is { } problem) return problem;
        if (!Texts.IsShowable(text, Limits.OpinionInCharacters)) return Problems.Of(StatusCodes.Status400BadRequest, "text-not-allowed", "opinion");

        var envelope = new CommandEnvelope(headers.IdFor(Officer.Actor.User.Value), new CaseId(Number), order(Officer.Actor))
        {
            ExpectedVersion = headers.ExpectedVersion,
            Texts = text is null ? [] : [text],
        };
        return (await Desk.HandInAsync(envelope, stop)).ToHttp();
    }
}
