using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal;

/// <summary>What every request of an applicant has in common: he opens his case with its number and query password.</summary>
internal sealed record ApplicantOrder(
    [FromRoute(Name = "number")] string Number,
    [FromHeader(Name = "Query-Password")] string? Password,
    [FromHeader(Name = "Idempotency-Key")] string? Key,
    [FromHeader(Name = "If-Match")] string? Match,
    ApplicantDoor Door)
{
    /// <summary>The applicant as the engine knows him.</summary>
    public static Actor Applicant => Actor.Applicant(Applicants.User);

    /// <summary>Which click it is, and what version it was made on.</summary>
    public ActHeaders Headers => new(Key, Match);

    /// <summary>The case, or null when number and password do not belong together.</summary>
    public Task<CaseFile?> OpenAsync(CancellationToken stop) => Door.OpenAsync(new CaseId(Number), Password ?? "", stop);

    /// <summary>Hands in what the applicant orders, once the door has opened.</summary>
    /// <param name="order">The order for the case as it stands; null when there is nothing he could do.</param>
    /// <param name="text">The reason it commits to, or null.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<ActResult> HandInAsync<TOrder>(Func<CaseFile, TOrder?> order, string? text, CancellationToken stop) where TOrder : CaseCommand
    {
        var headers = Headers;
        if (headers.Problem is { } problem) return problem;
        if (!Texts.IsShowable(text, Limits.OpinionInCharacters)) return Problems.Of(StatusCodes.Status400BadRequest, "text-not-allowed", "reason");
        if (await OpenAsync(stop) is not { } file) return Refused;
        // What is asked follows from the case, and a repeated click finds the case changed: it is the same order all the same.
        var before = await Door.RepeatedAsync(new CaseId(Number), headers.IdFor(Who), stop);
        if (before is not (null or TOrder)) return Problems.Of(StatusCodes.Status409Conflict, "idempotency-key-reused");
        if ((before ?? order(file)) is not { } command) return Problems.Of(StatusCodes.Status409Conflict, "nothing-asked-of-you");

        var envelope = new CommandEnvelope(headers.IdFor(Who), new CaseId(Number), command) { ExpectedVersion = headers.ExpectedVersion, Texts = text is null ? [] : [text] };
        return (await Door.Desk.HandInAsync(envelope, stop)).ToHttp();
    }

    /// <summary>The same answer whether the number is unknown or the password is wrong.</summary>
    public static ProblemHttpResult Refused => Problems.Of(StatusCodes.Status403Forbidden, "number-or-password-wrong");

    private string Who => "applicant/" + Number;
}
