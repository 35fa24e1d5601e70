using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Runtime.Inbox;
using EGov.Web.Security;
using Microsoft.AspNetCore.WebUtilities;

namespace EGov.Web.Desk.Inbox;

/// <summary>What an address of a tray says: everything that is looked for, so that it survives reloading, going back and keeping for later.</summary>
public sealed record InboxAddress
{
    private const int SoonInWorkingDays = 3;

    /// <summary>Which tray; said by the path.</summary>
    public InboxTray Tray { get; init; }

    /// <summary>The item.</summary>
    public string? Item { get; init; }

    /// <summary>Item and step, parted by a stroke.</summary>
    public string? Step { get; init; }

    /// <summary><c>overdue</c>, <c>today</c>, <c>soon</c>, <c>later</c> or <c>none</c>.</summary>
    public string? Due { get; init; }

    /// <summary>A case number's beginning, or part of a name.</summary>
    public string? Word { get; init; }

    /// <summary>A colleague whose work is looked at.</summary>
    public string? Holder { get; init; }

    /// <summary>The last line of the page before.</summary>
    public string? After { get; init; }

    /// <summary>The first line of the page after.</summary>
    public string? Before { get; init; }

    /// <summary>Called by minimal APIs.</summary>
    public static ValueTask<InboxAddress> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(Of(context.Request.Path, context.Request.Query));
    }

    /// <summary>Reads an address of a tray; null when it is none.</summary>
    public static InboxAddress? Parse(string? address)
    {
        var parts = address?.Split('?', 2) ?? [""];
        return Enum.GetValues<InboxTray>().Any(tray => PathOf(tray) == parts[0])
            ? Of(parts[0], new QueryCollection(QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "")))
            : null;
    }

    /// <summary>True when anything is looked for.</summary>
    public bool IsFiltered => Filters.Any(part => !string.IsNullOrWhiteSpace(part.Value));

    /// <summary>The tray alone.</summary>
    public string Path => PathOf(Tray);

    /// <summary>Path and query.</summary>
    public override string ToString() => Path + QueryString.Create(Filters.Append(new("after", After)).Append(new("before", Before)).Where(part => !string.IsNullOrWhiteSpace(part.Value)));

    /// <summary>The address of a tray.</summary>
    public static string PathOf(InboxTray tray) => tray == InboxTray.Mine ? "/desk" : "/desk/" + Http.Words.Kebab(tray);

    /// <summary>What it asks of the runtime on a day.</summary>
    internal InboxFilter FilterFor(CurrentActor officer, DateOnly today, WorkingCalendar calendar)
    {
        var reader = officer.Actor;
        var step = Step?.Split('/', 2) is [var item, var activity] ? (Item: item, Activity: activity) : default;
        var soon = calendar.AddWorkingDays(today, SoonInWorkingDays);
        var (from, until) = Due switch
        {
            "overdue" => ((DateOnly?)null, (DateOnly?)today.AddDays(-1)),
            "today" => (today, today),
            "soon" => (today, soon),
            "later" => (soon.AddDays(1), DateOnly.MaxValue.AddDays(-1)),
            "none" => (DateOnly.MaxValue, null),
            _ => (null, null),
        };
        return new(Tray, reader.User, reader.Parties)
        {
            Lent = officer.Powers,
            DefinitionId = step.Item ?? Blank(Item), Activity = step.Activity is { Length: > 0 } box ? new ActivityId(box) : null, DueFrom = from, DueUntil = until,
            Holder = Blank(Holder) is { } holder ? new UserId(holder) : null, Word = Blank(Word)?.Trim() is { Length: <= 50 } word ? word : null,
        };
    }

    private static InboxAddress Of(string path, IQueryCollection query)
    {
        string? Asked(string name) => query[name] is [{ Length: > 0 and <= 200 } value, ..] ? value : null;
        return new()
        {
            Tray = Enum.GetValues<InboxTray>().FirstOrDefault(tray => PathOf(tray) == path), Item = Asked("item"), Step = Asked("step"), Due = Asked("due"), Word = Asked("word"),
            Holder = Asked("holder"), After = Asked("after"), Before = Asked("before"),
        };
    }

    private IEnumerable<KeyValuePair<string, string?>> Filters => [new("item", Item), new("step", Step), new("due", Due), new("word", Word), new("holder", Holder)];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
