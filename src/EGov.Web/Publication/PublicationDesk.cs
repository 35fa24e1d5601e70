using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Assessment;
using EGov.Runtime.Assessment;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Portal.Guide;
using EGov.Web.Supervision;
using EGov.Web.Supervision.Assessment;

namespace EGov.Web.Publication;

/// <summary>How many cases of an item, or of an item at a body, came and went.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Body">The body; empty for all together.</param>
/// <param name="Count">The counts.</param>
/// <param name="PromisedNow">What is promised now, in working days; 0 when decided on the spot.</param>
public sealed record PublishedCount(string Item, string Name, string Body, Throughput Count, int PromisedNow)
{
    /// <summary>Working days a finished case took on average; null when none was timed.</summary>
    public decimal? AverageDays => Count.Timed == 0 ? null : Count.UsedWorkingDays / (decimal)Count.Timed;

    /// <summary>Working days promised on average in these cases, else what is promised now; null when nothing is.</summary>
    public decimal? PromisedDays => Count.Timed > 0 ? Count.PromisedWorkingDays / (decimal)Count.Timed : PromisedNow > 0 ? PromisedNow : null;
}

/// <summary>A power (权力事项) and where its process is drawn.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of power it is, by GB/T 39046 A.1.</param>
/// <param name="Body">Whose power.</param>
/// <param name="Basis">The laws it rests on.</param>
/// <param name="Fee">What it costs, or null.</param>
/// <param name="StatutoryDays">Working days the law grants; 0 for none.</param>
/// <param name="PromisedDays">Working days promised; 0 for on the spot.</param>
/// <param name="Version">The version of its process in use.</param>
public sealed record PublishedPower(string Id, string Name, string Kind, string Body, ImmutableArray<string> Basis, string? Fee, int StatutoryDays, int PromisedDays, int Version);

/// <summary>What the public is told.</summary>
/// <param name="Period">Of which period.</param>
/// <param name="Choices">Which other periods there are.</param>
/// <param name="Items">The items, all bodies together.</param>
/// <param name="Bodies">The same by body.</param>
/// <param name="Powers">The list of powers.</param>
public sealed record PublicationView(AssessmentPeriod Period, ImmutableArray<PeriodChoice> Choices, ImmutableArray<PublishedCount> Items, ImmutableArray<PublishedCount> Bodies, ImmutableArray<PublishedPower> Powers)
{
    /// <summary>All cases together.</summary>
    public Throughput Sum => Items.Aggregate(Throughput.None, (sum, one) => sum.Plus(one.Count));
}

/// <summary>Lays out what is published (M071, M074): counts only, of periods that are over; no case, no person.</summary>
internal sealed class PublicationDesk(Assessments assessments, AssessmentShelf shelf, OfficeNames offices, WorkflowCatalog catalog, Portal.Catalogue.Catalogue catalogue)
{
    /// <summary>How many columns of the table hold texts; figures come after them.</summary>
    public const int Texts = 2;

    private const int MostFrozen = 16;
    private static readonly string[] Columns = ["item", "body", "received", "accepted", "not-accepted", "closed", "withdrawn", "average", "promised", "in-time"];

    /// <summary>The page; null when the period is not among those published.</summary>
    public async Task<PublicationView?> LayOutAsync(string? asked, CancellationToken stop)
    {
        var (month, quarter) = assessments.Present;
        var frozen = await assessments.FrozenAsync(stop);
        AssessmentPeriod[] published = [.. new[] { month.Previous, quarter.Previous }.Concat(frozen.Take(MostFrozen).Select(one => one.Period)).Distinct().OrderBy(one => one.IsQuarter).ThenByDescending(one => one)];
        var period = string.IsNullOrEmpty(asked) ? month.Previous : AssessmentPeriod.TryRead(asked, out var read) && published.Contains(read) ? read : default;
        if (period.Equals(default(AssessmentPeriod))) return null;
        var (sheet, names) = ((await shelf.FindAsync(period, stop)).Sheet, await offices.ReadAsync(stop));
        var powers = Powers();
        var counts = sheet.Items.Where(one => catalog.Find(one.Item) is not { IsInternal: true }).Select(one => new PublishedCount(one.Item.Value, NameOf(one.Item), one.Body.Length == 0 ? "" : names.Body(one.Body), one.Count, PromisedOf(one.Item))).ToList();
        return new(
            period, [.. published.Select(one => new PeriodChoice(one, one.Equals(period), frozen.Any(kept => kept.Period.Equals(one))))],
            [.. counts.GroupBy(one => one.Item).Select(item => item.First() with { Body = "", Count = item.Aggregate(Throughput.None, (sum, one) => sum.Plus(one.Count)) }).OrderByDescending(one => one.Count.Closed).ThenBy(one => one.Item, StringComparer.Ordinal)],
            [.. counts.OrderBy(one => one.Item, StringComparer.Ordinal).ThenByDescending(one => one.Count.Received).ThenBy(one => one.Body, StringComparer.Ordinal)], powers);
    }

    /// <summary>The counts as lines of a table, headings first.</summary>
    public static IEnumerable<IReadOnlyList<string>> Table(PublicationView view)
    {
        yield return [.. Columns.Select(column => Words.Say("publication-column-" + column))];
        foreach (var one in view.Bodies)
            yield return
            [
                one.Name, one.Body, .. new[] { one.Count.Received, one.Count.Accepted, one.Count.NotAccepted, one.Count.Closed, one.Count.Withdrawn }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
                one.AverageDays?.ToString("F1", CultureInfo.InvariantCulture) ?? "", one.PromisedDays?.ToString("F1", CultureInfo.InvariantCulture) ?? "",
                one.Count.Timed == 0 ? "" : (100m * (one.Count.Timed - one.Count.Late) / one.Count.Timed).ToString("F1", CultureInfo.InvariantCulture),
            ];
    }

    private string NameOf(ItemId item) => catalog.Find(item)?.Text("title", CultureInfo.CurrentUICulture.Name) ?? item.Value;

    private int PromisedOf(ItemId item) => catalog.Published(item.Value)?.Facts.PromisedLimitInWorkingDays ?? 0;

    private ImmutableArray<PublishedPower> Powers() =>
    [
        .. from listed in catalogue.Items
           let item = catalog.Find(new(listed.Id))
           let process = catalog.Published(listed.Id)
           where item is not null && process is not null
           select new PublishedPower(
               listed.Id, listed.Name, KindOf(item), listed.Body.Name, ItemGuide.BasisOf(item.Facts, CultureInfo.CurrentUICulture.Name), ItemGuide.FeeOf(item.Facts, CultureInfo.CurrentUICulture.Name),
               process.Facts.StatutoryLimitInWorkingDays, process.Facts.PromisedLimitInWorkingDays, process.Version),
    ];

    private static string KindOf(Item item) =>
        item.Facts.TryGetProperty("itemType", out var type) && Words.Find("power-kind-" + type.GetString(), CultureInfo.CurrentUICulture) is { } kind ? kind : Words.Say("power-kind-other");
}
