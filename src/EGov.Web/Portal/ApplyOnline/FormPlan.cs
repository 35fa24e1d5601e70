using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Web.Http;
using EGov.Web.Portal.Apply;
using EGov.Web.Portal.Guide;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>One step: one question.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">The question.</param>
/// <param name="Short">The same in the list of steps.</param>
/// <param name="Fields">What is asked with the answers as they are.</param>
public sealed record FormStep(int Number, string Title, string Short, ImmutableArray<FormField> Fields);

/// <summary>The steps of an application, from the schema of its item: what <c>x-steps</c> says, else who applies and then everything else.</summary>
internal sealed class FormPlan
{
    private const string Mobile = "mobile";

    private static readonly ImmutableArray<string> Applicant = ["applicantName", "idType", "idNumber", Mobile];

    private readonly Item _item;
    private readonly Draft _draft;
    private readonly JsonElement _schema;
    private readonly FormField? _place;
    private readonly bool _offersMail;

    /// <summary>The steps of an item; where it can be filed is asked first, if it matters. A window takes in what is filed there.</summary>
    public FormPlan(Item item, Draft draft, ImmutableArray<Unit> places = default, bool offersMail = false)
    {
        (_item, _draft, _schema, _offersMail) = (item, draft, item.Facts.GetProperty("form"), offersMail);
        _place = draft.Intake is null && SeatFinder.NeedsPlace(item) ? FormField.OfPlace(places.IsDefault ? [] : places) : null;
        Materials = [.. Material.ToUpload(item)];
        var steps = Groups().Select(group => (group.Title, group.Short, Fields: FieldsOf(group.Names).ToImmutableArray()));
        if (_place is { } place) steps = steps.Prepend((Words.Say("apply-place"), Words.Say("apply-place-short"), [place]));
        Steps = [.. steps.Select((step, at) => new FormStep(at + 1, step.Title, step.Short, step.Fields))];
    }

    public ImmutableArray<FormStep> Steps { get; }

    /// <summary>What may be uploaded.</summary>
    public ImmutableArray<Material> Materials { get; }

    /// <summary>What would be handed in now.</summary>
    public ApplyRequest Request => _draft.ToRequest(_schema) is var request && _offersMail ? request : request with { Email = null };

    /// <summary>What is wrong with one step; nothing is said of the others.</summary>
    public ImmutableArray<FieldProblem> ProblemsOf(FormStep step, DateOnly today) => [.. Problems(today).Where(problem => IsIn(step, problem))];

    /// <summary>What is wrong with the form, and in which step.</summary>
    public IEnumerable<(FormStep Step, FieldProblem Problem)> AllProblems(DateOnly today) =>
        from problem in Problems(today)
        select (Steps.FirstOrDefault(step => IsIn(step, problem)) ?? Steps[0], problem);

    /// <summary>Materials that must come with the application and are missing.</summary>
    public IEnumerable<Material> Missing => Materials.Where(material => material is { IsRequired: true, IsDeferrable: false } && !_draft.Documents.Any(document => document.Material == material.Code));

    private ImmutableArray<FieldProblem> Problems(DateOnly today) => [.. PlaceProblems(), .. EmailProblems(), .. ApplicationCheck.Of(_item, Request, today)];

    private IEnumerable<FieldProblem> PlaceProblems()
    {
        if (_place is { } place && !place.Options.Any(option => option.Value == Request.Place)) yield return new(place.Name, Request.Place is null ? "field-missing" : "field-not-offered", [place.Label]);
    }

    private IEnumerable<FieldProblem> EmailProblems() => ApplicationCheck.OfEmail(Draft.EmailField, Request.Email, _offersMail);

    /// <summary>True when a problem is about a field that this step asks.</summary>
    public static bool IsIn(FormStep step, FieldProblem problem) =>
        step.Fields.Any(field => problem.Field == field.Name || problem.Field.StartsWith(field.Name + ".", StringComparison.Ordinal) || problem.Field.StartsWith(field.Name + "[", StringComparison.Ordinal));

    private IEnumerable<(string Title, string Short, ImmutableArray<string> Names)> Groups()
    {
        var culture = CultureInfo.CurrentUICulture.Name;
        if (_schema.TryGetProperty("x-steps", out var steps))
            return steps.EnumerateArray().Select(step => (Said(step, "title"), Said(step, "short"), step.GetProperty("fields").EnumerateArray().Select(name => name.GetString()!).ToImmutableArray()));
        var others = _schema.GetProperty("properties").EnumerateObject().Select(field => field.Name).Except(Applicant).Concat(ApplicationCheck.ChoicesFor(_item).Select(choice => "choices." + choice.GetProperty("name").GetString()));
        return [(Words.Say("apply-who"), Words.Say("apply-who-short"), Applicant), (Words.Say("apply-what"), Words.Say("apply-what-short"), [.. others])];

        string Said(JsonElement step, string name) => step.TryGetProperty(name, out var texts) ? Item.Localized(texts, culture) ?? "" : "";
    }

    private IEnumerable<FormField> FieldsOf(ImmutableArray<string> names)
    {
        var (properties, conditions) = (_schema.GetProperty("properties"), FormConditions.Of(_schema, JsonSerializer.SerializeToElement(_draft.Form)));
        var required = _schema.TryGetProperty("required", out var listed) ? listed.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        var all = properties.EnumerateObject().ToDictionary(field => field.Name, StringComparer.Ordinal);
        var choices = ApplicationCheck.ChoicesFor(_item).ToDictionary(choice => "choices." + choice.GetProperty("name").GetString(), StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (choices.TryGetValue(name, out var choice)) yield return FormField.OfChoice(choice);
            else if (all.TryGetValue(name, out var property) && conditions.Asks(name)) yield return FormField.Of(property, required.Contains(name) || conditions.Requires(name));
            if (name == Mobile && _offersMail) yield return FormField.OfEmail();
        }
    }
}
