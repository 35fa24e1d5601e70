using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Layout;
using EGov.Web.Portal.Follow;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Letters;

/// <summary>文书: letters of a case, for officers who may read it and for its applicant.</summary>
internal static class LetterEndpoint
{
    public static void MapOfficer(IEndpointRouteBuilder pages) => pages.MapGet("cases/{number}/letters/{letter}", ShowOfficerAsync);

    public static void MapApplicant(IEndpointRouteBuilder pages) => pages.MapGet(CaseVisit.Address + "/letters/{letter}", ShowApplicantAsync);

    private static async Task<Results<RazorComponentResult<LetterSheet>, NotFound>> ShowOfficerAsync(
        string number, string letter, HttpContext context, PageFrame frame, CurrentActor reader, CaseFiles files, LetterWriter writer, CancellationToken stop)
    {
        if (await files.ReadAsync(new CaseId(number), stop) is not { } file || !ReadingRoom.MayRead(reader, file)) return TypedResults.NotFound();
        var who = await files.ApplicationAsync(file.State.Case, stop);
        // Whoever may read all cases, but works on none, is not told whom a letter is for.
        return await SheetAsync(context, frame, file, letter, who is null || reader.WorksOn(file) ? who?.Applicant : Masked.Name(who.Applicant, who.IdKind), "/window/cases/" + number, writer, stop);
    }

    private static async Task<Results<RazorComponentResult<LetterSheet>, NotFound>> ShowApplicantAsync([AsParameters] CaseVisit visit, string letter, LetterWriter writer, CancellationToken stop) =>
        await visit.OpenAsync(stop) is { } file
            ? await SheetAsync(visit.Context, visit.Frame, file, letter, (await visit.Files.ApplicationAsync(file.State.Case, stop))?.Applicant, CaseVisit.Address, writer, stop)
            : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult<LetterSheet>, NotFound>> SheetAsync(
        HttpContext context, PageFrame frame, CaseFile file, string letter, string? to, string back, LetterWriter writer, CancellationToken stop) =>
        LetterAddress.Parse(letter) is { } kind && await writer.WriteAsync(file, kind, to, stop) is { } written
            ? new RazorComponentResult<LetterSheet>(new { Frame = frame, Letter = written, Back = back, Origin = LetterAddress.OriginOf(context) })
            : TypedResults.NotFound();
}
