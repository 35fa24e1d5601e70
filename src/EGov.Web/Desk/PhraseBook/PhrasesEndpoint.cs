using System.Collections.Immutable;
using EGov.Runtime.Handling;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.PhraseBook;

/// <summary>常用语: an officer keeps his own; the office's are kept by administrators.</summary>
internal static class PhrasesEndpoint
{
    private const string Address = "/desk/phrases";

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("phrases", ShowAsync);
        desk.MapPost("phrases", SaveAsync);
    }

    private static async Task<RazorComponentResult<PhrasesPage>> ShowAsync(PageFrame frame, CurrentActor officer, Phrases phrases, CancellationToken stop)
    {
        var (own, office) = await phrases.OfAsync(officer.Actor.User, stop);
        return new(new { Frame = frame, Lines = string.Join('\n', own), Office = office });
    }

    private static async Task<Results<Onward, RazorComponentResult<PhrasesPage>>> SaveAsync(PageFrame frame, CurrentActor officer, Phrases phrases, [FromForm] PhrasesForm form, CancellationToken stop)
    {
        var lines = Phrases.Split(form.Lines);
        if (WhyNot(lines) is { } problem)
            return new RazorComponentResult<PhrasesPage>(new { Frame = frame, form.Lines, (await phrases.OfAsync(officer.Actor.User, stop)).Office, Problem = problem }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        await phrases.SaveAsync(officer.Actor.User, lines, stop);
        return Onward.To(Address, "phrases");
    }

    internal static string? WhyNot(ImmutableArray<string> lines) =>
        lines.Length > Phrases.Most ? Words.Say("phrases-too-many", Figures.Of(Phrases.Most))
        : lines.Any(line => !Texts.IsShowable(line, Phrases.LongestPhrase)) ? Words.Say("phrases-too-long", Figures.Of(Phrases.LongestPhrase))
        : null;
}

/// <summary>One phrase a line.</summary>
internal sealed record PhrasesForm
{
    public string? Lines { get; init; }
}
