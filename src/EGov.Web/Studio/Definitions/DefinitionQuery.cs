using System.Globalization;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio.Definitions;

/// <summary>What Studio asks the list of definitions; names in any case, numbers and words it cannot mean are as if they were not there.</summary>
/// <param name="Shelf">The question.</param>
/// <param name="Ids">Version ids; when there are some, only these are meant.</param>
internal sealed record DefinitionQuery(ShelfQuery Shelf, IReadOnlyList<(string DefinitionId, int Version)> Ids)
{
    private const int MostPerPage = 1000;

    /// <summary>Called by minimal APIs.</summary>
    public static ValueTask<DefinitionQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var options = VersionOptions.Of(query["versionOptions"]);
        var size = Math.Clamp(Number(query["pageSize"]) ?? MostPerPage, 1, MostPerPage);
        (string, int)[] ids = [.. query["ids"].Select(DefinitionVersion.ParseId).OfType<(string, int)>()];
        return ValueTask.FromResult(new DefinitionQuery(
            new ShelfQuery
            {
                Choice = options.Choice ?? VersionChoice.All, Version = options.Version, Search = query["searchTerm"].FirstOrDefault()?.Trim(),
                DefinitionIds = [.. ids.Select(id => id.Item1).Concat(query["definitionIds"].OfType<string>()).Distinct()],
                Order = Enum.TryParse<ShelfOrder>(query["orderBy"], true, out var order) ? order : ShelfOrder.Definition,
                Descending = string.Equals(query["orderDirection"], "Descending", StringComparison.OrdinalIgnoreCase),
                Skip = (int)Math.Min((long)(Number(query["page"]) ?? 0) * size, int.MaxValue), Take = size,
            },
            ids));
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
