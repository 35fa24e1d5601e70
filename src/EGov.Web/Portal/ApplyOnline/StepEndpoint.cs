using System.Collections.Immutable;
using EGov.Web.Layout;
using EGov.Web.Portal.Apply;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>One step of the form: shown, filled in, saved whatever it holds, and passed when nothing is wrong with it.</summary>
internal static class StepEndpoint
{
    public static void Map(IEndpointRouteBuilder application)
    {
        application.MapGet("{step:int}", ShowAsync);
        application.MapPost("{step:int}", SaveAsync);
    }

    private static async Task<Results<RazorComponentResult<StepPage>, RedirectHttpResult>> ShowAsync(string item, int step, [AsParameters] DraftVisit visit, CancellationToken stop)
    {
        if (await visit.OpenAsync(item, stop) is not { } open) return visit.ToBeginning(item);
        var scope = new DraftScope(open);
        return scope.Plan.Steps.ElementAtOrDefault(step - 1) is { } shown ? Page(visit.Frame, scope, shown, []) : TypedResults.LocalRedirect(scope.AddressOf(1));
    }

    private static async Task<Results<RazorComponentResult<StepPage>, RedirectHttpResult>> SaveAsync(
        string item, int step, [AsParameters] DraftVisit visit, IFormCollection form, Counter counter, CancellationToken stop)
    {
        if (await visit.OpenAsync(item, stop) is not { } open) return visit.ToBeginning(item);
        var (scope, posted) = (new DraftScope(open), new PostedAnswers(form));
        if (scope.Plan.Steps.ElementAtOrDefault(step - 1) is not { } asked) return TypedResults.LocalRedirect(scope.AddressOf(1));
        posted.Into(open.Draft, asked);
        // What was answered may raise questions that the page did not ask yet.
        var now = new DraftScope(open);
        var (shown, wrong) = (now.Plan.Steps[step - 1], now.Plan.ProblemsOf(now.Plan.Steps[step - 1], counter.Today));
        var old = wrong.Where(problem => FormPlan.IsIn(asked, problem)).ToImmutableArray();
        if (wrong.IsEmpty) open = open with { Draft = open.Draft with { Passed = Math.Max(open.Draft.Passed, step) } };
        await visit.Desk.SaveAsync(open, stop);
        if (posted.Later) return TypedResults.LocalRedirect(now.Base + "/saved");
        if (posted.OnlyChangesRows) return Page(visit.Frame, now, shown, []);
        return wrong.IsEmpty ? TypedResults.LocalRedirect(now.AddressOf(step + 1)) : Page(visit.Frame, now, shown, old, isNews: old.IsEmpty);
    }

    private static RazorComponentResult<StepPage> Page(PageFrame frame, DraftScope scope, FormStep step, ImmutableArray<FieldProblem> wrong, bool isNews = false) =>
        new(new { Frame = frame, Scope = scope, Step = step, Problems = wrong, IsNews = isNews }) { StatusCode = wrong.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
}
