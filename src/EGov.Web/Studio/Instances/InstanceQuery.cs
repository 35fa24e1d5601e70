using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;

namespace EGov.Web.Studio.Instances;

/// <summary>What Studio asks the list of cases, in a body or in the address; numbers and words it cannot mean are as if they were not there.</summary>
/// <param name="Register">The question to the register; null when the body cannot be read.</param>
/// <param name="Parents">Only the child cases of these.</param>
/// <param name="Body">What came.</param>
internal sealed record InstanceQuery(RegisterQuery? Register, IReadOnlyList<string> Parents, StudioBody Body)
{
    public const int MostParents = 20;

    private const int MostPerPage = 200;
    private const int LongestSearch = 50;

    /// <summary>Why it cannot be answered.</summary>
    public IResult Refused => Body.Refused;

    /// <summary>Called by minimal APIs.</summary>
    public static async ValueTask<InstanceQuery> BindAsync(HttpContext context)
    {
        var body = HttpMethods.IsPost(context.Request.Method) ? await StudioBody.BindAsync(context) : new StudioBody(Written(context.Request.Query), "");
        if (body.Json is not { } asked) return new(null, [], body);
        var size = Math.Clamp(Number(asked, "pageSize") ?? MostPerPage, 1, MostPerPage);
        var query = new RegisterQuery
        {
            DefinitionIds = Texts(asked, "definitionIds", "definitionId"), DefinitionVersion = Number(asked, "version"), Statuses = StatusesOf(asked),
            HasIncidents = Flag(asked, "hasIncidents"), NumberBegins = Texts(asked, "searchTerm").Concat(Texts(asked, "correlationId")).FirstOrDefault(),
            Moments = [.. (asked["timestampFilters"] as JsonArray ?? []).Select(MomentOf).OfType<MomentFilter>()],
            Order = OrderOf(Texts(asked, "orderBy")), Descending = !Texts(asked, "orderDirection").Contains("Ascending", StringComparer.OrdinalIgnoreCase),
            Skip = (int)Math.Min((long)(Number(asked, "page") ?? 0) * size, int.MaxValue), Take = size,
        };
        return new(query, Texts(asked, "parentWorkflowInstanceIds", "parentWorkflowInstanceId"), body);
    }

    /// <summary>The address written as the body would be; names in any case.</summary>
    private static JsonObject Written(IQueryCollection query)
    {
        var written = new JsonObject();
        foreach (var (name, values) in query) written[char.ToLowerInvariant(name.FirstOrDefault('_')) + name[Math.Min(1, name.Length)..]] = new JsonArray([.. values.Select(value => (JsonNode?)value)]);
        return written;
    }

    private static ImmutableArray<string> Texts(JsonObject asked, params string[] names) =>
    [
        .. names.SelectMany(name => asked[name] is JsonArray many ? [.. many] : new[] { asked[name] }).OfType<JsonValue>()
            .Select(value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Trim() : value.ToJsonString())
            .Where(text => text.Length is > 0 and <= LongestSearch * 2 && !text.Any(char.IsControl)),
    ];

    private static int? Number(JsonObject asked, string name) =>
        int.TryParse(Texts(asked, name).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? Flag(JsonObject asked, string name) => bool.TryParse(Texts(asked, name).FirstOrDefault(), out var flag) ? flag : null;

    /// <summary>The statuses of ours that Elsa's two words mean together; empty for all of them.</summary>
    private static ImmutableArray<CaseStatus> StatusesOf(JsonObject asked)
    {
        var (statuses, parts) = (Texts(asked, "statuses", "status"), Texts(asked, "subStatuses", "subStatus"));
        if (statuses.IsEmpty && parts.IsEmpty) return [];
        ImmutableArray<CaseStatus> meant =
        [
            .. InstanceSummary.Statuses.Where(status => InstanceSummary.StatusOf(status) is var (whole, part)
                && (statuses.IsEmpty || statuses.Contains(whole, StringComparer.OrdinalIgnoreCase)) && (parts.IsEmpty || parts.Contains(part, StringComparer.OrdinalIgnoreCase))),
        ];
        return meant.IsEmpty ? [CaseStatus.None] : meant;
    }

    private static RegisterOrder OrderOf(ImmutableArray<string> words) => words.FirstOrDefault() switch
    {
        "LastExecuted" => RegisterOrder.Changed,
        "Finished" => RegisterOrder.Closed,
        "Name" => RegisterOrder.Number,
        _ => RegisterOrder.Opened,
    };

    private static MomentFilter? MomentOf(JsonNode? written)
    {
        if (written is not JsonObject filter || !Enum.TryParse<MomentComparison>(Texts(filter, "operator").FirstOrDefault(), true, out var comparison)) return null;
        if (!DateTimeOffset.TryParse(Texts(filter, "timestamp").FirstOrDefault(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        return Texts(filter, "column").FirstOrDefault() switch
        {
            "CreatedAt" => new(RegisterOrder.Opened, comparison, moment),
            "UpdatedAt" => new(RegisterOrder.Changed, comparison, moment),
            "FinishedAt" => new(RegisterOrder.Closed, comparison, moment),
            _ => null,
        };
    }
}
