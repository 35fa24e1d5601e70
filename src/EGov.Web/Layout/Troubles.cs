using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Layout;

/// <summary>Failures as a page for whoever asked for a page; programs are given problem details.</summary>
internal sealed class Troubles : IExceptionHandler
{
    /// <summary>True for a browser that wants to show what it is given.</summary>
    public static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/elsa", StringComparison.Ordinal);

    /// <summary>Gives an empty answer its words.</summary>
    public static async Task AnswerAsync(StatusCodeContext answer)
    {
        var context = answer.HttpContext;
        if (WantsPage(context.Request)) await PageAsync(context);
        else await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = context });
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!WantsPage(httpContext.Request)) return false;
        httpContext.Response.StatusCode = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        await PageAsync(httpContext);
        return true;
    }

    private static async Task PageAsync(HttpContext context) =>
        await new RazorComponentResult<TroublePage>(new { Frame = await PageFrame.BindAsync(context), Status = context.Response.StatusCode }).ExecuteAsync(context);
}
