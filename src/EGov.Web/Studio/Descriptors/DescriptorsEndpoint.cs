using EGov.Web.Studio.Definitions;
using Microsoft.Net.Http.Headers;

namespace EGov.Web.Studio.Descriptors;

/// <summary>The activity types. Studio asks again after every save, so the answer is kept by the browser and only confirmed.</summary>
internal static class DescriptorsEndpoint
{
    public static void Map(IEndpointRouteBuilder descriptors)
    {
        descriptors.MapGet("activities", All);
        descriptors.MapGet("activities/{type}", One);
        descriptors.MapPost("activities/{type}/options/{property}", Options);
    }

    private static IResult All(Palette palette, HttpRequest request, HttpResponse response)
    {
        var edition = palette.Current;
        response.Headers.ETag = edition.ETag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return request.Headers.IfNoneMatch.ToString().Contains(edition.ETag, StringComparison.Ordinal)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(edition.Json, "application/json");
    }

    private static IResult One(string type, string? version, Palette palette)
    {
        var wanted = VersionOptions.Of(version).Version ?? palette.HighestVersion(type);
        return palette.Current.Activities.FirstOrDefault(activity => activity.TypeName == type && activity.Version == wanted) is { } found
            ? StudioJson.Answer(found)
            : StudioProblems.Refuse("studio-type-unknown", type);
    }

    /// <summary>The choices of one input as they are now.</summary>
    private static IResult Options(string type, string property, Palette palette) =>
        palette.Current.Activities.Where(activity => activity.TypeName == type).MaxBy(activity => activity.Version)?.Inputs
            .FirstOrDefault(input => string.Equals(input.Name, property, StringComparison.OrdinalIgnoreCase)) is { } input
            ? StudioJson.Answer(new { items = input.UiSpecifications })
            : StudioProblems.Refuse("studio-type-unknown", type);
}
