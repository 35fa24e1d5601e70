using EGov.Engine.Cases;
using EGov.Runtime.Cases;

namespace EGov.Web.Portal.Urge;

/// <summary>催办: the applicant urges whoever has the case; once a day for each.</summary>
internal static class UrgeEndpoint
{
    public static void Map(IEndpointRouteBuilder track) => track.MapPost("urge", HandleAsync).WithName("UrgeByApplicant");

    private static Task<ActResult> HandleAsync([AsParameters] ApplicantOrder order, CancellationToken stop) => order.HandInAsync(Longest, null, stop);

    /// <summary>The work that has lain longest and was not urged the latest.</summary>
    internal static UrgeWorkItem? Longest(CaseFile file) =>
        file.State.WorkItems.Where(item => item is { IsOpen: true, Kind: not WorkKind.Applicant }).OrderBy(item => item.UrgedOn ?? DateOnly.MinValue).ThenBy(item => item.Number).FirstOrDefault() is { } item
            ? new(ApplicantOrder.Applicant, item.Number)
            : null;
}
