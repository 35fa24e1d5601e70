using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace EGov.Web.Portal.Apply;

/// <summary>Which fields of a form are asked for in some cases only, and whether they are now: <c>if</c> and <c>then</c> of JSON Schema, at the top or in <c>allOf</c>.</summary>
/// <remarks>
/// <c>if</c> compares top fields by <c>const</c> or <c>enum</c>; a field that is not filled in meets no condition, unlike in JSON Schema, because on a
/// form nothing follows from silence. What <c>then</c> names in <c>required</c> or <c>properties</c> is asked for when a condition that names it is met, and not taken otherwise.
/// </remarks>
internal sealed class FormConditions
{
    private readonly FrozenSet<string> _conditional;
    private readonly FrozenSet<string> _asked;
    private readonly FrozenSet<string> _required;

    private FormConditions(IReadOnlyCollection<Branch> branches, JsonElement form)
    {
        var met = branches.Where(branch => branch.IsMetBy(form)).ToList();
        _conditional = branches.SelectMany(branch => branch.Fields).ToFrozenSet(StringComparer.Ordinal);
        _asked = met.SelectMany(branch => branch.Fields).ToFrozenSet(StringComparer.Ordinal);
        _required = met.SelectMany(branch => branch.Required).ToFrozenSet(StringComparer.Ordinal);
    }

    public static FormConditions Of(JsonElement schema, JsonElement form) => new([.. BranchesOf(schema)], form);

    /// <summary>True for a field without conditions, and for one whose condition is met.</summary>
    public bool Asks(string field) => !_conditional.Contains(field) || _asked.Contains(field);

    /// <summary>True when a condition that is met makes the field required.</summary>
    public bool Requires(string field) => _required.Contains(field);

    private static IEnumerable<Branch> BranchesOf(JsonElement schema)
    {
        if (Branch.Read(schema) is { } own) yield return own;
        if (!schema.TryGetProperty("allOf", out var all) || all.ValueKind != JsonValueKind.Array) yield break;
        foreach (var part in all.EnumerateArray())
            if (Branch.Read(part) is { } branch) yield return branch;
    }

    private sealed record Branch(JsonElement If, ImmutableArray<string> Fields, ImmutableArray<string> Required)
    {
        public static Branch? Read(JsonElement part)
        {
            if (!part.TryGetProperty("if", out var condition) || !part.TryGetProperty("then", out var then)) return null;
            ImmutableArray<string> required = then.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];
            return new(condition, then.TryGetProperty("properties", out var fields) ? [.. required, .. fields.EnumerateObject().Select(field => field.Name)] : required, required);
        }

        public bool IsMetBy(JsonElement form) =>
            form.ValueKind == JsonValueKind.Object && If.TryGetProperty("properties", out var fields)
            && fields.EnumerateObject().All(field => form.TryGetProperty(field.Name, out var given) && Fits(field.Value, given));

        private static bool Fits(JsonElement wanted, JsonElement given) =>
            wanted.TryGetProperty("const", out var only) ? JsonElement.DeepEquals(only, given)
            : !wanted.TryGetProperty("enum", out var some) || some.EnumerateArray().Any(one => JsonElement.DeepEquals(one, given));
    }
}
