using Microsoft.AspNetCore.Http.Metadata;

namespace EGov.Web.Http;

/// <summary>How much the web takes in one request.</summary>
internal static class Limits
{
    /// <summary>The largest request body but for uploads, in bytes.</summary>
    public const int BodyInBytes = 1_000_000;

    /// <summary>The largest document, in bytes.</summary>
    public const int DocumentInBytes = 20 * 1024 * 1024;

    /// <summary>The deepest nesting of a JSON body.</summary>
    public const int JsonDepth = 16;

    /// <summary>The longest opinion or reason, in UTF-16 units.</summary>
    public const int OpinionInCharacters = 2_000;

    /// <summary>The largest body the endpoint of this request takes, in bytes.</summary>
    public static long Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? BodyInBytes;
}
