using EGov.Engine;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Letters;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.Follow;

/// <summary>查进度: number and password open a case for this browser.</summary>
internal static class EnterEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("track", Ask);
        pages.MapPost("track", EnterAsync).RequireRateLimiting(RateLimits.Entering);
        pages.MapPost("track/leave", Leave);
        pages.MapGet("receipt", ShowReceipt);
    }

    private static RazorComponentResult<EnterPage> Ask(PageFrame frame, string? number) => new(new { Frame = frame, Number = number });

    private static async Task<Results<Onward, RazorComponentResult<EnterPage>>> EnterAsync(
        PageFrame frame, HttpContext context, ApplicantDoor door, CaseTicket ticket, PasswordTries tries, [FromForm] EnterForm form, CancellationToken stop)
    {
        var (number, password) = (new CaseId(LetterAddress.CaseIn(form.Number ?? "")), string.Concat((form.Password ?? "").Where(char.IsAsciiDigit)));
        if (!tries.MayTry(number)) return Page(frame, form, Words.Say("too-many-attempts", "60"), StatusCodes.Status429TooManyRequests);
        if (await door.OpenAsync(number, password, stop) is null) return Page(frame, form, Words.Say("number-or-password-wrong"), StatusCodes.Status422UnprocessableEntity);
        ticket.Admit(context, number);
        return Onward.To(CaseVisit.Address);
    }

    private static Onward Leave(HttpContext context, IFormCollection form)
    {
        CaseTicket.Leave(context);
        return Onward.To("/");
    }

    private static Results<RazorComponentResult<ReceiptPage>, Onward> ShowReceipt(PageFrame frame, HttpContext context, CaseTicket ticket) =>
        ticket.ReceiptOf(context) is { } receipt
            ? new RazorComponentResult<ReceiptPage>(new { Frame = frame, receipt.Number, receipt.Password, receipt.At, Address = $"{context.Request.Scheme}://{context.Request.Host}/track?number={receipt.Number}" })
            : CaseVisit.ToDoor;

    private static RazorComponentResult<EnterPage> Page(PageFrame frame, EnterForm form, string problem, int status) => new(new { Frame = frame, form.Number, Problem = problem }) { StatusCode = status };
}

/// <summary>What the form sends.</summary>
internal sealed record EnterForm
{
    public string? Number { get; init; }

    public string? Password { get; init; }
}
