using EGov.Runtime.Inbox;
using EGov.Web.Desk.Inbox;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Filters;

/// <summary>常用筛选: an officer keeps what he looks for often under a name.</summary>
internal static class FiltersEndpoint
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        var filters = desk.MapGroup("filters");
        filters.MapGet("", ShowAsync);
        filters.MapPost("", KeepAsync);
        filters.MapPost("forget", ForgetAsync);
    }

    private static async Task<RazorComponentResult<FiltersPage>> ShowAsync(CurrentActor officer, SavedFilters saved, PageFrame frame, string? keep, CancellationToken stop) =>
        new(new { Frame = frame, Saved = await saved.OfAsync(officer.Actor.User, stop), Keep = InboxAddress.Parse(keep)?.ToString() });

    private static async Task<Results<Onward, RazorComponentResult<FiltersPage>>> KeepAsync(
        CurrentActor officer, SavedFilters saved, PageFrame frame, HttpResponse response, [FromForm] FilterForm? form, CancellationToken stop)
    {
        var (name, address) = (form?.Name?.Trim() ?? "", InboxAddress.Parse(form?.Address)?.ToString());
        var wrong = name.Length == 0 || !Texts.IsShowable(name, SavedFilters.LongestName) ? "filter-name-wrong"
            : address is null or { Length: > SavedFilters.LongestAddress } ? "filter-address-wrong"
            : await saved.SaveAsync(officer.Actor.User, new(name, address), stop) ? null : "filter-too-many";
        if (wrong is null) return BackForm.To(address, "filter-kept", "/desk");
        response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return new RazorComponentResult<FiltersPage>(new { Frame = frame, Saved = await saved.OfAsync(officer.Actor.User, stop), Keep = address ?? "/desk", form?.Name, Wrong = wrong });
    }

    private static async Task<Onward> ForgetAsync(CurrentActor officer, SavedFilters saved, [FromForm] FilterForm? form, CancellationToken stop)
    {
        await saved.ForgetAsync(officer.Actor.User, form?.Name ?? "", stop);
        return Onward.To("/desk/filters", "filter-forgotten");
    }
}

/// <summary>What the form sends.</summary>
internal sealed record FilterForm
{
    public string? Name { get; init; }

    public string? Address { get; init; }
}
