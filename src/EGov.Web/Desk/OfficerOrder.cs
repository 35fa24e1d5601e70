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
    CaseDesk Desk,
    CaseFiles Files)
{
    /// <summary>Which click it is, and what version it was made on.</summary>
    public ActHeaders Headers => new(Key, Match);

    /// <summary>Hands the order in under this click's id and translates the answer.</summary>
    /// <param name="order">The order, given who acts.</param>
    /// <param name="text">The opinion or reason it commits to, or null.</param>
    /// <param name="stop">When the caller has gone.</param>
    public Task<ActResult> HandInAsync(Func<Actor, CaseCommand> order, string? text, CancellationToken stop) => HandInAsync(order(Officer.Actor), text, stop);

    /// <summary>Hands in what an applicant asks for at a window: the officer of the item acts as himself and for the applicant.</summary>
    public async Task<ActResult> HandInForApplicantAsync(Func<Actor, CaseCommand> order, string? text, CancellationToken stop)
    {
        if (await Files.ReadAsync(new CaseId(Number), stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        var isOfItem = file.State.SeatsOf(file.Workflow.Facts).Any(Officer.Actor.Is);
        var actor = isOfItem ? Officer.Actor with { Parties = Officer.Actor.Parties.Add(PartyId.Applicant) } : Officer.Actor;
        return await HandInAsync(order(actor), text, stop);
    }

    private async Task<ActResult> HandInAsync(CaseCommand command, string? text, CancellationToken stop)
    {
        var headers = Headers;
        if (headers.Problem is { } problem) return problem;
        if (!Texts.IsShowable(text, Limits.OpinionInCharacters)) return Problems.Of(StatusCodes.Status400BadRequest, "text-not-allowed", "opinion");

        var envelope = new CommandEnvelope(headers.IdFor(Officer.Actor.User.Value), new CaseId(Number), command)
        {
            ExpectedVersion = headers.ExpectedVersion,
            Texts = text is null ? [] : [text],
        };
        return (await Desk.HandInAsync(envelope, stop)).ToHttp();
    }
}
