using System.Collections.Immutable;
using System.Globalization;
using EGov.Web.Portal.Apply;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Http;

/// <summary>A form that is not in order, over HTTP: one refusal that lists every field.</summary>
internal static class FieldProblems
{
    public static ProblemHttpResult ToProblem(ImmutableArray<FieldProblem> wrong)
    {
        var problem = Problems.Of(StatusCodes.Status400BadRequest, "form-not-in-order", wrong.Length.ToString(CultureInfo.InvariantCulture));
        problem.ProblemDetails.Extensions["fields"] = wrong;
        return problem;
    }
}
