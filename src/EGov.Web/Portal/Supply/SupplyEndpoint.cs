using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Web.Portal.Supply;

/// <summary>补正: the applicant has supplied what was asked for; his documents are uploaded before.</summary>
internal static class SupplyEndpoint
{
    public static void Map(IEndpointRouteBuilder track) => track.MapPost("supplement", HandleAsync).WithName("Supply");

    private static Task<ActResult> HandleAsync([AsParameters] ApplicantOrder order, CancellationToken stop) =>
        order.HandInAsync(Answer, null, stop);

    internal static CompleteWorkItem? Answer(Runtime.Cases.CaseFile file) =>
        file.State.WorkItems.FirstOrDefault(item => item is { IsOpen: true, Kind: WorkKind.Applicant }) is { } asked
            ? new(ApplicantOrder.Applicant, asked.Number, asked.Choices[0], null, ImmutableSortedDictionary<string, Value>.Empty)
            : null;
}
