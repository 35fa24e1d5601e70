using System.Globalization;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Studio;

/// <summary>Refusals that Studio can show: its client reads the sentences in <c>errors</c> of an answer 400, and only those.</summary>
internal static class StudioProblems
{
    /// <summary>A refusal by its code.</summary>
    public static ProblemHttpResult Refuse(string code, params IReadOnlyList<string> arguments)
    {
        var problem = Problems.Of(StatusCodes.Status400BadRequest, code, arguments);
        problem.ProblemDetails.Extensions["errors"] = Errors([problem.ProblemDetails.Detail ?? code]);
        return problem;
    }

    /// <summary>The code programs read, which is also where its words are found.</summary>
    public static string CodeOf(DefinitionRefusalCode code) => "studio-" + Words.Kebab(code);

    /// <summary>A refusal of the desk, with every problem of the definition when it is about those.</summary>
    public static ProblemHttpResult ToProblem(this DefinitionRefusal refusal)
    {
        var problem = Refuse(CodeOf(refusal.Code), refusal.Arguments);
        if (refusal.Problems.IsEmpty) return problem;
        problem.ProblemDetails.Extensions["errors"] = Errors([.. refusal.Problems.Select(Sentence)]);
        problem.ProblemDetails.Extensions["problems"] = refusal.Problems.Select(found => new
        {
            code = found.Code, arguments = found.Arguments, activity = found.Activity?.Value, line = found.Line, column = found.Column, sentence = Sentence(found),
        });
        return problem;
    }

    /// <summary>There is no such thing. Studio takes this answer quietly where it would show no other but 400.</summary>
    public static ProblemHttpResult Unknown(DefinitionRefusal refusal) => Problems.Of(StatusCodes.Status404NotFound, CodeOf(refusal.Code), refusal.Arguments);

    public static ProblemHttpResult UnknownDefinition(string id) => Problems.Of(StatusCodes.Status404NotFound, "studio-definition-unknown", id);

    public static ProblemHttpResult UnknownVersion(string id) => DefinitionVersion.ParseId(id) is var (definitionId, version)
        ? Problems.Of(StatusCodes.Status404NotFound, "studio-version-unknown", definitionId, version.ToString(CultureInfo.InvariantCulture))
        : UnknownDefinition(id);

    public static ProblemHttpResult UnknownFeature(string name) => Problems.Of(StatusCodes.Status404NotFound, "studio-feature-unknown", name);

    public static ProblemHttpResult UnknownInstance(string id) => Problems.Of(StatusCodes.Status404NotFound, "studio-instance-unknown", id);

    /// <summary>What this server does not do, on purpose. Not 501: Studio would ask three times more, and then show nothing.</summary>
    public static ProblemHttpResult NotSupported() => Refuse("studio-not-supported");

    /// <summary>A problem as one sentence that begins with the box it is about.</summary>
    public static string Sentence(Problem problem)
    {
        var words = Words.Find("problem-" + problem.Code, CultureInfo.CurrentUICulture) is { } sentence ? Words.Fill(sentence, problem.Arguments) : problem.ToString();
        return problem.Activity is { } activity ? Words.Say("studio-problem-at", activity.Value, words) : words;
    }

    // By the field's name, as Elsa's server answers; ours are all about the whole.
    private static Dictionary<string, string[]> Errors(string[] sentences) => new() { ["Root"] = sentences };
}
