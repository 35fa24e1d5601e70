using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Portal.ApplyOnline;

namespace EGov.Web.Desk.Handling;

/// <summary>The form as the applicant filled it in, step by step as he was asked.</summary>
/// <param name="Title">What the step was about.</param>
/// <param name="Answers">Captions and answers.</param>
public sealed record ShownForm(string Title, ImmutableArray<(string Label, string Answer)> Answers)
{
    /// <summary>The steps; empty when the personal part was erased or the item asks nothing.</summary>
    internal static ImmutableArray<ShownForm> Of(Item? item, NewApplication? application, CaseState state, Sight sight)
    {
        if (item is null || application is null || !item.Facts.TryGetProperty("form", out var schema) || JsonNode.Parse(application.Form) is not JsonObject form) return [];
        var draft = new Draft { Item = item.Id.Value, Click = "", Form = sight.Of(schema, form), Choices = ChoicesOf(state) };
        return [.. new FormPlan(item, draft).Steps.Select(step => new ShownForm(step.Short.Length > 0 ? step.Short : step.Title, [.. step.Fields.Select(field => (field.Label, Portal.ApplyOnline.Answers.Of(field, draft[field.Name])))]))];
    }

    private static JsonObject ChoicesOf(CaseState state) =>
        new(state.Inputs.Select(input => KeyValuePair.Create(input.Key, JsonNode.Parse(input.Value.ToJson()))));
}
