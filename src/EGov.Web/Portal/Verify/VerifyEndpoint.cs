using System.Collections.Immutable;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Letters;
using EGov.Web.Portal.Follow;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Verify;

/// <summary>核验文书: whoever holds a letter sees whether it was issued here, by its number and code, typed or scanned. Nothing personal is told.</summary>
internal static class VerifyEndpoint
{
    public const string Address = "/verify";

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("verify", ShowAsync).RequireRateLimiting(RateLimits.Entering);

    private static async Task<RazorComponentResult<VerifyPage>> ShowAsync(PageFrame frame, LetterRegister register, LetterTries tries, string? number, string? code, CancellationToken stop)
    {
        var (typed, key) = (number?.Trim() ?? "", code?.Trim() ?? "");
        if (typed.Length == 0 && key.Length == 0) return Page(frame, typed, key, [], null, StatusCodes.Status200OK);
        if (!tries.MayTry(LetterRegister.Tried(typed))) return Page(frame, typed, key, [], Words.Say("too-many-attempts", "60"), StatusCodes.Status429TooManyRequests);
        var found = await register.FindAsync(typed, key, stop);
        return found.IsEmpty ? Page(frame, typed, key, [], Words.Say("verify-wrong"), StatusCodes.Status422UnprocessableEntity) : Page(frame, typed, key, found, null, StatusCodes.Status200OK);
    }

    private static RazorComponentResult<VerifyPage> Page(PageFrame frame, string number, string code, ImmutableArray<IssuedLetter> found, string? problem, int status) =>
        new(new { Frame = frame, Number = number, Code = code, Found = found, Problem = problem, WhatNow = status == StatusCodes.Status422UnprocessableEntity ? Words.Say("verify-what-now") : null }) { StatusCode = status };
}
