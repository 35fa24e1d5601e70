using System.Security.Cryptography;
using System.Text;
using EGov.Engine;
using EGov.Runtime.Organisation;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Administration.Delegations;

/// <summary>授权登记 (M038): an officer lends his own power and takes it back; an administrator does so for others.</summary>
internal static class DelegationsEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var delegations = api.MapGroup("delegations").RequireAuthorization(Policies.Officer);
        delegations.MapGet("", ListAsync).WithName("ListDelegations");
        delegations.MapPost("", AddAsync).WithName("AddDelegation");
        delegations.MapPost("{id}/revoke", RevokeAsync).WithName("RevokeDelegation");
    }

    /// <summary>What an officer has lent and was lent; with <c>all</c>, everybody's, for administrators.</summary>
    private static async Task<Results<Ok<IReadOnlyList<DelegationView>>, ProblemHttpResult>> ListAsync(CurrentActor officer, DelegationRegister register, CancellationToken stop, bool all = false)
    {
        if (all && !officer.Administers) return Problems.Of(StatusCodes.Status403Forbidden, "not-allowed");
        return TypedResults.Ok<IReadOnlyList<DelegationView>>([.. (await register.ListAsync(all ? null : officer.Actor.User, stop)).Select(DelegationView.Of)]);
    }

    private static async Task<Results<Ok<DelegationView>, ProblemHttpResult>> AddAsync(
        DelegationRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, CurrentActor officer, DelegationRegister register, CancellationToken stop)
    {
        var (headers, by) = (new ActHeaders(key, null), officer.Actor.User);
        if (headers.Problem is { } problem) return problem;
        var wanted = new NewDelegation(body.Owner ?? by, body.Delegate, [.. body.Items ?? []], body.From, body.Until, body.Reason);
        return ToHttp(await register.AddAsync(IdOf(headers.IdFor(by.Value)), wanted, by, officer.Administers, stop));
    }

    private static async Task<Results<Ok<DelegationView>, ProblemHttpResult>> RevokeAsync(string id, CurrentActor officer, DelegationRegister register, CancellationToken stop) =>
        ToHttp(await register.RevokeAsync(id, officer.Actor.User, officer.Administers, stop));

    /// <summary>The entry's id follows from the click, so that a repeated click enters it once.</summary>
    internal static string IdOf(CommandId click) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(click.Value)))[..32];

    private static Results<Ok<DelegationView>, ProblemHttpResult> ToHttp(DelegationAnswer answer) => answer switch
    {
        { Delegation: { } entry } => TypedResults.Ok(DelegationView.Of(entry)),
        { Refusal: "delegation-unknown" } => Problems.Of(StatusCodes.Status404NotFound, "delegation-unknown"),
        { Refusal: "delegation-not-yours" } => Problems.Of(StatusCodes.Status403Forbidden, "delegation-not-yours"),
        { Refusal: "delegation-revoked" } => Problems.Of(StatusCodes.Status409Conflict, "delegation-revoked"),
        _ => Problems.Of(StatusCodes.Status400BadRequest, answer.Refusal!),
    };
}

/// <summary>A delegation to be entered.</summary>
/// <param name="Delegate">Who is to use the power, by account.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, inclusive; a year later at most.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Whose power it is; the officer's own when left out.</param>
/// <param name="Items">On which items; all when left out.</param>
internal sealed record DelegationRequest(UserId Delegate, DateOnly From, DateOnly Until, string Reason, UserId? Owner = null, IReadOnlyList<string>? Items = null);

/// <summary>An entry of the register.</summary>
internal sealed record DelegationView(
    string Id, UserId Owner, UserId Delegate, IReadOnlyList<string> Items, DateOnly From, DateOnly Until, string Reason, UserId MadeBy, DateTimeOffset MadeAt, UserId? RevokedBy, DateTimeOffset? RevokedAt)
{
    public static DelegationView Of(Delegation entry) =>
        new(entry.Id, entry.Owner, entry.Delegate, entry.Items, entry.From, entry.Until, entry.Reason, entry.MadeBy, entry.MadeAt, entry.RevokedBy, entry.RevokedAt);
}
