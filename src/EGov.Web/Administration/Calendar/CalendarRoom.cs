using System.Collections.Immutable;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Runtime.Deadlines;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Calendar;

/// <summary>What the pages of an amendment need.</summary>
internal sealed record CalendarRoom(PageFrame Frame, CalendarEditions Editions, Redatings Redatings, WorkflowCatalog Catalog)
{
    /// <summary>Lines on a page, and the most a trial shows.</summary>
    public const int Lines = 100;

    /// <summary>What an edition would change, whom it would affect, and why it may not be used.</summary>
    public async Task<RazorComponentResult<AmendPage>> PageAsync(string text, string reason, string amends, ImmutableArray<Problem> refused, CancellationToken stop)
    {
        var examined = Editions.Examine(text, amends);
        var problems = refused.IsEmpty ? examined.Problems : refused;
        var affected = examined.Problems.IsEmpty && examined.Calendar is { } later ? await Redatings.PreviewAsync(later, stop).Take(Lines + 1).ToListAsync(stop) : [];
        return new(new { Frame, Text = text, Reason = reason, Amends = amends, Examined = examined, Problems = problems, Affected = affected, Titles = Titles })
        {
            StatusCode = problems.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    /// <summary>What an edition did, page by page.</summary>
    public async Task<RazorComponentResult<EditionPage>> PageAsync(CalendarEdition edition, string by, int from, CancellationToken stop) => new(new
    {
        Frame, Edition = edition, By = by, From = from, Counts = await Redatings.CountAsync(edition.Version, stop),
        Affected = await Redatings.PageAsync(edition.Version, from, Lines + 1, stop), Titles = Titles,
    });

    private Func<string, string> Titles => definition => Catalog.Find(new(definition))?.Text("title", System.Globalization.CultureInfo.CurrentUICulture.Name) ?? definition;
}
