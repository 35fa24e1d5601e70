using Microsoft.AspNetCore.OpenApi;

namespace EGov.Web.Http;

/// <summary>What the description of the API says beyond what can be read off the endpoints.</summary>
internal static class ApiDescription
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "EGov.Workflows";
        document.Info.Version = "1";
        document.Info.Description =
            "Refusals are application/problem+json with a code, arguments and a sentence in zh-CN or en by Accept-Language. "
            + "Every act needs an Idempotency-Key header, one new value per click; a repeat is answered with the first receipt.";
        // Addresses differ between hosts; the description does not.
        document.Servers?.Clear();
        return Task.CompletedTask;
    });
}
