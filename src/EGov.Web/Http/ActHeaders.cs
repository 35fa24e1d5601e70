using System.Globalization;
using EGov.Engine;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Http;

/// <summary>What an act says in its headers: which click it is, and what version of the case it was made on.</summary>
/// <param name="Key">The <c>Idempotency-Key</c>.</param>
/// <param name="Match">The <c>If-Match</c>.</param>
internal sealed record ActHeaders(string? Key, string? Match)
{
    private const int LongestKey = 80;

    /// <summary>Why the headers are no good, or null.</summary>
    public ProblemHttpResult? Problem =>
        Key is not { Length: > 0 and <= LongestKey } key || key.Any(c => c is <= ' ' or > '~') ? Problems.Of(StatusCodes.Status400BadRequest, "idempotency-key-missing")
        : Match is not null && ExpectedVersion is null ? Problems.Of(StatusCodes.Status400BadRequest, "version-malformed")
        : null;

    /// <summary>The version the person saw, or null when he does not say.</summary>
    public int? ExpectedVersion =>
        int.TryParse(Match.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>The order's id. The same key of two people is two orders, so nobody can be answered with another's receipt.</summary>
    public CommandId IdFor(string who) => new($"{who}/{Key}");
}
