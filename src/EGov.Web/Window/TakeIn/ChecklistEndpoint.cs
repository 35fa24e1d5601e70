using EGov.Web.Documents;
using EGov.Web.Portal.ApplyOnline;

namespace EGov.Web.Window.TakeIn;

/// <summary>清点材料: how each material came, and its scan or photograph. Everything on the page is kept whatever is wrong with a file.</summary>
internal static class ChecklistEndpoint
{
    public static void Map(IEndpointRouteBuilder item)
    {
        item.MapGet("materials", ShowAsync);
        Uploads.MarkForm(item.MapPost("materials", SaveAsync));
    }

    private static async Task<IResult> ShowAsync(string item, [AsParameters] WindowVisit visit, CancellationToken stop) =>
        await visit.Draft.OpenAsync(item, stop) is { } open ? ChecklistPage.Of(visit, open) : visit.Draft.ToBeginning(item);

    private static async Task<IResult> SaveAsync(string item, [AsParameters] WindowVisit visit, IFormCollection form, DraftDocuments documents, CancellationToken stop)
    {
        if (await visit.Draft.OpenAsync(item, stop) is not { } open) return visit.Draft.ToBeginning(item);
        var (changed, problems) = await PostedChecklist.TakeAsync(form, open, documents, visit.Desk, stop);
        var scope = new DraftScope(changed);
        if (form.ContainsKey("next")) problems = [.. problems, .. Checklist.Problems(scope).Where(problem => problems.All(other => other.Material != problem.Material))];
        if (problems.Count > 0) return ChecklistPage.Of(visit, changed, [.. problems]);
        return TypedResults.LocalRedirect(scope.AddressOf(form.ContainsKey("next") ? scope.CheckStep : scope.MaterialsStep));
    }
}
