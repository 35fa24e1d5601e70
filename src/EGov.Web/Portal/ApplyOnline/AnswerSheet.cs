using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EGov.Web.Portal.Apply;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>What a form shows in its fields: answers and problems, by path.</summary>
public sealed class AnswerSheet
{
    private readonly Draft _draft;
    private readonly ImmutableArray<FieldProblem> _problems;

    internal AnswerSheet(Draft draft, ImmutableArray<FieldProblem> problems) => (_draft, _problems) = (draft, problems);

    /// <summary>The answer as text; empty when there is none.</summary>
    public string Text(string path) => Find(path) switch { null => "", JsonValue value => value.ToString(), var other => other.ToJsonString() };

    /// <summary>The answers of a field that takes several.</summary>
    public IEnumerable<string> Several(string path) => Find(path) is JsonArray some ? some.Select(one => one?.ToString() ?? "") : [];

    /// <summary>How many rows are shown; at least one.</summary>
    public int Rows(string path) => Math.Max(1, Find(path) is JsonArray rows ? rows.Count : 0);

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Problem(string path) => _problems.FirstOrDefault(problem => problem.Field == path)?.Sentence;

    /// <summary>The field's address within the page.</summary>
    public static string IdOf(string path) => "f-" + path.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    private JsonNode? Find(string path)
    {
        if (path.StartsWith("choices.", StringComparison.Ordinal)) return _draft[path];
        JsonNode? found = _draft.Form;
        foreach (var part in path.Split('.', '['))
            found = found switch
            {
                JsonObject parts => parts[part],
                JsonArray rows when int.TryParse(part.TrimEnd(']'), out var row) && row < rows.Count => rows[row],
                _ => null,
            };
        return found;
    }
}
