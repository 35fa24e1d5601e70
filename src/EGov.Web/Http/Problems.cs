using System.Globalization;
using EGov.Engine.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Http;

/// <summary>Every refusal over HTTP: a code and arguments for programs, a sentence in the reader's language for people.</summary>
internal static class Problems
{
    private static readonly Dictionary<int, string> CodeByStatus = new()
    {
        [400] = "request-malformed",
        [401] = "not-signed-in",
        [403] = "not-allowed",
        [404] = "not-found",
        [405] = "method-not-allowed",
        [413] = "request-too-large",
        [415] = "media-type-unknown",
        [429] = "too-many-attempts",
        [500] = "failed",
        [503] = "busy",
    };

    public static ProblemHttpResult Of(int status, string code, params IReadOnlyList<string> arguments)
    {
        var details = new ProblemDetails { Status = status };
        Fill(details, code, arguments);
        return TypedResults.Problem(details);
    }

    /// <summary>The engine's refusal; what the status is follows from the code alone.</summary>
    public static ProblemHttpResult ToProblem(this Refusal refusal) =>
        Of(StatusOf(refusal.Code), Words.Kebab(refusal.Code), refusal.Arguments);

    public static int StatusOf(RejectionCode code) => code switch
    {
        RejectionCode.CaseUnknown or RejectionCode.WorkItemUnknown => StatusCodes.Status404NotFound,
        RejectionCode.PartyMissing or RejectionCode.FourEyes or RejectionCode.GradeTooLow or RejectionCode.DelegateCannotDelegate => StatusCodes.Status403Forbidden,
        RejectionCode.TextNotAllowed or RejectionCode.PlaceUnknown => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>Gives words to the problems ASP.NET Core makes by itself: no address, no sign-in, a body that cannot be read.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var details = context.ProblemDetails;
        if (details.Extensions.ContainsKey("code")) return;
        var status = details.Status ?? context.HttpContext.Response.StatusCode;
        Fill(details, CodeByStatus.GetValueOrDefault(status, status >= 500 ? "failed" : "request-malformed"), ArgumentsOf(context.HttpContext, status));
    }

    private static void Fill(ProblemDetails details, string code, IReadOnlyList<string> arguments)
    {
        details.Type = "urn:egov:problem:" + code;
        details.Title = Words.Say(string.Create(CultureInfo.InvariantCulture, $"status-{details.Status}"));
        details.Detail = Words.Say(code, arguments);
        details.Extensions["code"] = code;
        details.Extensions["arguments"] = arguments;
    }

    private static string[] ArgumentsOf(HttpContext context, int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => [Limits.Of(context).ToString(CultureInfo.InvariantCulture)],
        StatusCodes.Status429TooManyRequests => [context.Response.Headers.RetryAfter.ToString()],
        StatusCodes.Status400BadRequest => [""],
        _ => [],
    };
}
