using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace EGov.Web.Http;

/// <summary>Requests that cannot be read are the caller's matter: they are told where it went wrong, and nothing is logged as an error.</summary>
internal sealed class MalformedRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException malformed) return false;
        var problem = malformed.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? Problems.Of(malformed.StatusCode, "request-too-large", Limits.Of(httpContext).ToString(CultureInfo.InvariantCulture))
            : Problems.Of(StatusCodes.Status400BadRequest, "request-malformed", PlaceOf(malformed.InnerException as JsonException));
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private static string PlaceOf(JsonException? broken) => broken is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{broken.Path ?? "$"}, {(broken.LineNumber ?? 0) + 1}:{(broken.BytePositionInLine ?? 0) + 1}");
}
