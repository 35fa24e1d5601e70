using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Inbox;
using EGov.Web.Desk.Trail;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;
using EGov.Web.Security;

namespace EGov.Web.Desk.Inbox;

/// <summary>Lays a page of a tray out for its reader: names for codes, days for dates, masks over persons.</summary>
internal sealed class InboxDesk(InboxReader reader, SavedFilters saved, WorkflowCatalog catalog, OfficerNames officers, TimeProvider time)
{
    private const int PerPage = 50;
    private static readonly string[] Wordless = ["EGov.SendSms", "EGov.Deadline", "EGov.SuspendClock"];

    public async Task<InboxView> LayOutAsync(InboxAddress address, CurrentActor reading, CancellationToken stop)
    {
        var officer = reading.Actor;
        var today = catalog.Calendar.DayOf(time.GetUtcNow());
        var backwards = address.Before is not null;
        var page = await reader.PageAsync(address.FilterFor(reading, today, catalog.Calendar), InboxPlace.Parse(address.Before ?? address.After), backwards, PerPage, stop);
        UserId[] holders = [.. page.Lines.Select(line => line.Holder).OfType<UserId>().Where(holder => holder != officer.User)];
        if (address.Holder is not null) holders = [.. holders, new UserId(address.Holder)];
        var names = holders.Length == 0 ? [] : officers.Of(holders);
        var rows = new List<(string Group, InboxRowView Row)>();
        foreach (var line in page.Lines) rows.Add((InboxWords.GroupOf(address.Tray, line, today, catalog.Calendar), await RowAsync(address.Tray, line, names, today, stop) with { Trail = CaseTrail.Of(address, line.Place) }));
        return new()
        {
            Address = address,
            Counts = await reader.CountsAsync(officer.User, officer.Parties, reading.Powers, today, stop),
            Groups = [.. rows.GroupBy(row => row.Group, row => row.Row).Select(group => new InboxGroup(group.Key, [.. group]))],
            Earlier = page is { HasEarlier: true, Lines: [var first, ..] } ? (address with { After = null, Before = first.Place.ToString() }).ToString() : null,
            Later = page is { HasLater: true, Lines: [.., var last] } ? (address with { After = last.Place.ToString(), Before = null }).ToString() : null,
            Today = InboxWords.Today(today, catalog.Calendar),
            Holder = address.Holder is { } holder ? names.GetValueOrDefault(new UserId(holder), holder) : null,
            Items = [.. catalog.Items.Where(item => catalog.Published(item.Id.Value) is not null).Select(item => new InboxChoice(item.Id.Value, item.Text("title", Culture) ?? item.Id.Value))],
            Steps = [.. catalog.Items.Where(item => address.Item is null || item.Id.Value == address.Item).Select(item => (item.Text("title", Culture) ?? item.Id.Value, StepsOf(item)))],
            Saved = await saved.OfAsync(officer.User, stop),
        };
    }

    /// <summary>The first lines that match, without a page around them.</summary>
    public async Task<ImmutableArray<InboxRowView>> LinesAsync(InboxFilter filter, int most, CancellationToken stop)
    {
        var today = catalog.Calendar.DayOf(time.GetUtcNow());
        var rows = ImmutableArray.CreateBuilder<InboxRowView>();
        foreach (var line in (await reader.PageAsync(filter, null, backwards: false, most, stop)).Lines) rows.Add(await RowAsync(filter.Tray, line, [], today, stop));
        return rows.ToImmutable();
    }

    /// <summary>The case after the line of a trail, or before it; null at the end of the list. Work of the same case is passed over.</summary>
    public async Task<CaseTrail?> BesideAsync(CaseTrail trail, bool backwards, CurrentActor reading, CancellationToken stop)
    {
        var filter = trail.List.FilterFor(reading, catalog.Calendar.DayOf(time.GetUtcNow()), catalog.Calendar);
        var lines = (await reader.PageAsync(filter, trail.Line, backwards, PerPage, stop)).Lines.Where(line => line.Case != trail.Line.Case).ToList();
        return lines.Count == 0 ? null : CaseTrail.Of(trail.List, lines[backwards ? ^1 : 0].Place);
    }

    private async Task<InboxRowView> RowAsync(InboxTray tray, InboxLine line, Dictionary<UserId, string> names, DateOnly today, CancellationToken stop)
    {
        var item = catalog.Find(new ItemId(line.DefinitionId));
        var words = new ItemNames(item);
        var workflow = await catalog.DefinitionAsync(line.DefinitionId, line.DefinitionVersion, stop);
        var node = line.Activity is { } at ? workflow?.Find(at) : null;
        var step = line.Activity is { } activity ? node?.TitleHere() ?? activity.Value : Words.Say("case-status-" + Words.Kebab(line.Status));
        var isOver = tray == InboxTray.Done || line.Status != CaseStatus.Open;
        return new(
            line.Case, line.WorkItem, Masked.Name(line.Applicant, line.IdKind), item?.Text("title", Culture) ?? workflow?.Name ?? line.DefinitionId, step,
            InboxWords.Under(tray, line, words, names), isOver ? null : DueStanding.Of(line.Due, line.Limit, line.PausedWith, today, catalog.Calendar),
            line.Due is null && line.PausedWith is null ? "" : Words.Say(line.IsStepDue ? "inbox-clock-step" : "inbox-clock-case"), line.Card,
            line.AcceptedOn is { } accepted ? Words.Say("inbox-accepted", Figures.ShortDay(accepted)) : Words.Say("inbox-received", Figures.ShortDay(line.ReceivedOn)), $"{line.DefinitionId}/{line.Activity}")
        { IsUnread = line.IsUnread, StepTongue = node?.TongueHere() };
    }

    private ImmutableArray<InboxChoice> StepsOf(Item item) => catalog.Published(item.Id.Value) is { } workflow
        ? [.. workflow.Nodes.Where(node => node.Type.StartsWith("EGov.", StringComparison.Ordinal) && !Wordless.Contains(node.Type)).DistinctBy(node => node.Id).Select(node => new InboxChoice($"{item.Id}/{node.Id}", node.TitleHere()))]
        : [];

    private static string Culture => CultureInfo.CurrentUICulture.Name;
}
