using System.Globalization;
using System.Text.Json.Nodes;
using EGov.Web.Http;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>Answers as they are read back.</summary>
internal static class Answers
{
    public static string Of(FormField field, JsonNode? answer) => answer switch
    {
        null => Words.Say("check-none"),
        JsonObject parts => string.Join(Words.Say("portal-stop"), field.Parts.Where(part => parts[part.Name] is not null).Select(part => Words.Say("check-part", part.Label, Of(part, parts[part.Name])))),
        JsonArray some => string.Join(Words.Say("flow-and"), some.Select(one => one is JsonObject ? "（" + Of(field, one) + "）" : Titled(field, one?.ToString() ?? ""))),
        _ when field.Kind == FieldKind.YesNo => Words.Say(answer.ToString() == "true" ? "apply-yes" : "apply-no"),
        _ when field.Kind == FieldKind.Number && field.Unit is { } unit => $"{answer.ToString()} {unit}",
        _ when field.Kind == FieldKind.Date && DateOnly.TryParseExact(answer.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Layout.Figures.Date(day),
        _ => Titled(field, answer.ToString()),
    };

    private static string Titled(FormField field, string value) => field.Options.FirstOrDefault(option => option.Value == value)?.Title ?? value;
}
