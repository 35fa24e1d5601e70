using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Web.Layout.Flow;
using EGov.Web.Portal.Catalogue;
using EGov.Web.Redesign.Compare;

namespace EGov.Web.Portal.Guide;

/// <summary>办事指南: everything the public should know before it applies.</summary>
/// <param name="Listed">Title, summary, body, limit.</param>
/// <param name="Conditions">Who may apply.</param>
/// <param name="Materials">What to prepare.</param>
/// <param name="StatutoryLimitInWorkingDays">法定办结时限; 0 when the law sets none.</param>
/// <param name="AcceptanceLimitInWorkingDays">By when the applicant is told whether the file is complete.</param>
/// <param name="Fee">What it costs.</param>
/// <param name="Visits">How often one must come in person; null when that is not stated.</param>
/// <param name="Basis">The law it rests on.</param>
/// <param name="Results">What one gets.</param>
/// <param name="Promise">The days up to the promised end, were the application accepted today.</param>
/// <param name="Version">The published version.</param>
/// <param name="Drawing">Its drawing.</param>
public sealed record ItemGuide(
    ListedItem Listed, ImmutableArray<string> Conditions, ImmutableArray<Material> Materials, int StatutoryLimitInWorkingDays, int AcceptanceLimitInWorkingDays,
    string? Fee, int? Visits, ImmutableArray<string> Basis, ImmutableArray<string> Results, ImmutableArray<ExplainedDay> Promise, int Version, FlowDrawing Drawing)
{
    internal static ItemGuide Of(Item item, WorkflowDefinition published, DateOnly today)
    {
        var (facts, culture) = (item.Facts, CultureInfo.CurrentUICulture.Name);
        var promised = published.Facts.PromisedLimitInWorkingDays;
        return new(
            ListedItem.Of(item, published),
            [.. List(facts, "conditions").Select(condition => Item.Localized(condition, culture) ?? "")],
            Material.Of(item),
            published.Facts.StatutoryLimitInWorkingDays, published.Facts.AcceptanceLimitInWorkingDays,
            FeeOf(facts, culture),
            published.Facts.Visits,
            BasisOf(facts, culture),
            [.. List(facts, "results").Select(result => Item.Localized(result.GetProperty("name"), culture) ?? "")],
            promised > 0 ? DueDate.Explain(today, promised, [], published.Calendar) : [],
            published.Version, FlowDrawing.Of(published, new CompareWords(item, null, published).Port));
    }

    /// <summary>The laws an item rests on.</summary>
    internal static ImmutableArray<string> BasisOf(JsonElement facts, string culture) => [.. List(facts, "legalBasis").Select(law => LawOf(law, culture))];

    /// <summary>What an item costs; null when that is not stated.</summary>
    internal static string? FeeOf(JsonElement facts, string culture) =>
        facts.TryGetProperty("fee", out var fee) && fee.TryGetProperty("basis", out var basis) ? Item.Localized(basis, culture) : null;

    internal static IEnumerable<JsonElement> List(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string LawOf(JsonElement law, string culture) =>
        culture == "en" && law.TryGetProperty("en", out var english) ? english.GetString() ?? "" : $"《{law.GetProperty("law").GetString()}》{law.GetProperty("article").GetString()}";
}
