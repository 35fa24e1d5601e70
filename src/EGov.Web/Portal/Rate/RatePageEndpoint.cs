using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Portal;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Follow;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.Rate;

/// <summary>好差评: once, in five grades, when the case is closed; once more after a poor rating was repaired.</summary>
internal static class RatePageEndpoint
{
    private const string Address = CaseVisit.Address + "/rate";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, ShowAsync);
        pages.MapPost(Address, RateAsync);
    }

    private static async Task<Results<RazorComponentResult<RatePage>, Onward>> ShowAsync([AsParameters] CaseVisit visit, Ratings ratings, CancellationToken stop) =>
        await OpenAsync(visit, ratings, stop) is (var file, var given) ? Page(visit, file, given, new ActForm(), null) : Onward.To(CaseVisit.Address);

    private static async Task<Results<RazorComponentResult<RatePage>, Onward>> RateAsync([AsParameters] CaseVisit visit, Ratings ratings, [FromForm] ActForm form, CancellationToken stop)
    {
        if (await OpenAsync(visit, ratings, stop) is not (var file, var given)) return Onward.To(CaseVisit.Address);
        if (form.Grade is not (>= 1 and <= Ratings.BestGrade)) return Page(visit, file, given, form, ("#grade", Words.Say("rate-choose")));
        if (given is not null) return Answer(await ratings.RateAgainAsync(file.State.Case, form.Grade.Value, stop));
        var text = string.IsNullOrWhiteSpace(form.Text) ? null : form.Text.Trim();
        if (form.Grade <= 2 && text is null) return Page(visit, file, given, form, ("#text", Words.Say("rate-say-why")));
        if (!Texts.IsShowable(text, Ratings.LongestText)) return Page(visit, file, given, form, ("#text", Words.Say("messages-unshowable")));
        return Answer(await ratings.RateAsync(file.State.Case, form.Grade.Value, text, stop));
    }

    private static Onward Answer(bool taken) => CaseVisit.Done(taken ? "rated" : "rated-before");

    /// <summary>The case and what was said before, when it is time to say something.</summary>
    private static async Task<(CaseFile File, Rating? Given)?> OpenAsync(CaseVisit visit, Ratings ratings, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { State.Status: CaseStatus.Closed } file) return null;
        var given = await ratings.FindAsync(file.State.Case, stop);
        return given is null or { AwaitsFollowUp: true } ? (file, given) : null;
    }

    private static RazorComponentResult<RatePage> Page(CaseVisit visit, CaseFile file, Rating? given, ActForm form, (string, string)? problem) =>
        new(new { visit.Frame, Number = file.State.Case.Value, Given = given, form.Grade, form.Text, Problem = problem }) { StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
