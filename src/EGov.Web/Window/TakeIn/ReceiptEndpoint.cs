using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Letters;

namespace EGov.Web.Window.TakeIn;

/// <summary>收件凭证 with the query password, while the person waits; printed or copied down, it is shown nowhere again.</summary>
internal static class ReceiptEndpoint
{
    public const string Address = WindowDoor.Address + "/receipt";

    public static void Map(IEndpointRouteBuilder window) => window.MapGet("receipt", ShowAsync);

    private static async Task<IResult> ShowAsync([AsParameters] WindowVisit visit, WindowTicket ticket, CaseFiles files, LetterWriter writer, CancellationToken stop)
    {
        if (ticket.Of(visit.Context) is not { } given || await files.ReadAsync(new CaseId(given.Number), stop) is not { } file) return TypedResults.LocalRedirect(WindowDoor.Address);
        var name = (await files.ApplicationAsync(file.State.Case, stop))?.Applicant;
        return await writer.WriteAsync(file, LetterKind.Receipt, name, stop) is { } letter
            ? new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<LetterSheet>(new
            {
                visit.Frame, Letter = letter, Back = "/window/cases/" + given.Number, Origin = LetterAddress.OriginOf(visit.Context), given.Password,
            })
            : TypedResults.LocalRedirect(WindowDoor.Address);
    }
}
