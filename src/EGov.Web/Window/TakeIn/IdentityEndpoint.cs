using EGov.Web.Http;
using EGov.Web.Portal.ApplyOnline;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Window.TakeIn;

/// <summary>核对身份: the officer has seen the paper and the person. That he did is kept, the number is not.</summary>
internal static class IdentityEndpoint
{
    public static void Map(IEndpointRouteBuilder item)
    {
        item.MapGet("identity", ShowAsync);
        item.MapPost("identity", ConfirmAsync);
    }

    private static async Task<IResult> ShowAsync(string item, [AsParameters] WindowVisit visit, CancellationToken stop) =>
        await visit.Draft.OpenAsync(item, stop) is { } open ? IdentityPage.Of(visit, open, null) : visit.Draft.ToBeginning(item);

    private static async Task<IResult> ConfirmAsync(string item, [AsParameters] WindowVisit visit, [FromForm] IdentityForm form, CancellationToken stop)
    {
        if (await visit.Draft.OpenAsync(item, stop) is not { Draft.Intake: { } sheet } open) return visit.Draft.ToBeginning(item);
        if (form.Presence is not { } presence || !IntakeSheet.Presences.Contains(presence)) return IdentityPage.Of(visit, open, Words.Say("window-identity-who-missing"));
        if (form.Seen != "yes") return IdentityPage.Of(visit, open with { Draft = open.Draft with { Intake = sheet with { Presence = presence } } }, Words.Say("window-identity-not-seen"));
        var scope = new DraftScope(open with { Draft = open.Draft with { Intake = sheet with { Presence = presence }, Passed = Math.Max(open.Draft.Passed, open.Plan.Steps.Length + 1) } });
        await visit.Desk.SaveAsync(scope.Open, stop);
        return TypedResults.LocalRedirect(scope.AddressOf(scope.MaterialsStep));
    }
}

/// <summary>What the form sends.</summary>
internal sealed record IdentityForm
{
    public string? Presence { get; init; }

    public string? Seen { get; init; }
}
