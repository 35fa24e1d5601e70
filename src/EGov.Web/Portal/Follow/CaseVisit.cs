using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Portal.Follow;

/// <summary>What every page about an applicant's case has in common: the ticket of the browser opens it.</summary>
internal sealed record CaseVisit(HttpContext Context, PageFrame Frame, CaseTicket Ticket, CaseFiles Files, CaseDesk Desk)
{
    public const string Address = "/track/case";

    /// <summary>The case; null when this browser has shown no password, or the case's personal part was erased meanwhile.</summary>
    public async Task<CaseFile?> OpenAsync(CancellationToken stop) =>
        Ticket.CaseOf(Context) is { } number && await Files.ApplicationAsync(number, stop) is not null ? await Files.ReadAsync(number, stop) : null;

    /// <summary>Where to show number and password.</summary>
    public static Onward ToDoor => Onward.To("/track");

    /// <summary>Back to the case, saying once what was done.</summary>
    public static Onward Done(string what) => Onward.To(Address, what);

    /// <summary>Hands in what the applicant orders; the sentence of a refusal, or null.</summary>
    /// <param name="file">The case as he saw it.</param>
    /// <param name="click">Made once per page, so that a second press changes nothing.</param>
    /// <param name="order">The order.</param>
    /// <param name="text">The reason it commits to, or null.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<string?> HandInAsync(CaseFile file, string? click, CaseCommand order, string? text, CancellationToken stop)
    {
        var headers = new ActHeaders(click, null);
        if (headers.Problem is not null) return Words.Say("click-missing");
        var number = file.State.Case;
        var receipt = await Desk.HandInAsync(new CommandEnvelope(headers.IdFor("applicant/" + number), number, order) { Texts = text is null ? [] : [text] }, stop);
        return receipt.Refusal is { } refusal && !receipt.IsOfAnotherOrder() ? Words.Say(Words.Kebab(refusal.Code), refusal.Arguments) : null;
    }
}
