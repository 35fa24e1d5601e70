using System.Text.Json;
using EGov.Web.Portal.Apply;

namespace EGov.Web.Tests.Portal;

public sealed class Conditions_of_a_form
{
    private static readonly JsonElement Schema = JsonSerializer.Deserialize<JsonElement>(
        """
        { "type": "object", "properties": { "fumes": { "type": "string", "enum": ["yes", "no"] }, "until": { "type": "string", "format": "date" }, "note": { "type": "string" } },
          "required": ["fumes"], "allOf": [{ "if": { "properties": { "fumes": { "const": "yes" } } }, "then": { "required": ["until"], "properties": { "note": true } } }] }
        """);

    [Theory]
    [InlineData("{}", "fumes field-missing")]
    [InlineData("""{ "fumes": "no" }""", "")]
    [InlineData("""{ "fumes": "yes" }""", "until field-missing")]
    [InlineData("""{ "fumes": "yes", "until": "2026-01-20" }""", "")]
    [InlineData("""{ "fumes": "yes", "until": "2026-01-20", "note": "soon" }""", "")]
    [InlineData("""{ "fumes": "no", "until": "2026-01-20" }""", "until field-not-asked")]
    [InlineData("""{ "fumes": "no", "note": "soon" }""", "note field-not-asked")]
    public void a_field_is_taken_when_its_condition_is_met_and_only_then(string form, string problem) =>
        Assert.Equal(problem, string.Join(", ", FormCheck.Of(Schema, JsonSerializer.Deserialize<JsonElement>(form), new DateOnly(2026, 1, 5)).Select(wrong => $"{wrong.Field} {wrong.Code}")));
}
