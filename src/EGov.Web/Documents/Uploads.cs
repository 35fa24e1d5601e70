using EGov.Web.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace EGov.Web.Documents;

/// <summary>What every upload has in common: the body is the file itself or a form with one, and larger than other bodies may be.</summary>
internal sealed class Uploads : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => Limits.DocumentInBytes;

    /// <summary>Marks an endpoint that takes a file in a form.</summary>
    public static void MarkForm(RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new Uploads());

    /// <summary>Marks an endpoint as an upload.</summary>
    public static void Mark(RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new Uploads()).Accepts<Stream>("application/pdf", "image/png", "image/jpeg");
}
