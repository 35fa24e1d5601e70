using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using EGov.Engine;
using EGov.Engine.Activities;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Catalog;

/// <summary>The items and their processes, ready to run: what the folder <c>workflows/</c> brings and what was drawn and published since.</summary>
/// <remarks>Definitions that were ever published never change, so a parsed one is kept for good. Which one is published may change at any time, on any host.</remarks>
public sealed class WorkflowCatalog : IDisposable
{
    private readonly FolderSettings _folders;
    private readonly DefinitionShelf _shelf;
    private readonly ILogger<WorkflowCatalog> _log;
    private readonly CalendarEditions _editions;
    private readonly ConcurrentDictionary<(string Id, int Version), WorkflowDefinition> _read = new();
    private readonly ConcurrentDictionary<(string Id, int Version, string Edition), WorkflowDefinition> _dated = new();
    private readonly SemaphoreSlim _refreshing = new(1);
    private ImmutableDictionary<string, int> _published = ImmutableDictionary<string, int>.Empty;

    internal WorkflowCatalog(FolderSettings folders, DefinitionShelf shelf, CalendarEditions editions, ActivityRegistry activities, ILogger<WorkflowCatalog> log) =>
        (_folders, _shelf, _editions, Activities, _log) = (folders, shelf, editions, activities, log);

    /// <summary>Every activity type a definition may use.</summary>
    public ActivityRegistry Activities { get; }

    /// <summary>The working calendar of the office: the edition new cases open with.</summary>
    public WorkingCalendar Calendar => _editions.Newest.Calendar;

    /// <summary>The items, in the order of their folders.</summary>
    public ImmutableArray<Item> Items { get; private set; } = [];

    /// <summary>Definitions that may be used as activities.</summary>
    public ImmutableArray<WorkflowDefinition> Library => [.. _read.Values.Where(d => d.UsableAsActivity)];

    /// <summary>The item, or null.</summary>
    public Item? Find(ItemId item) => Items.FirstOrDefault(i => i.Id == item);

    /// <summary>The published version of a definition or item, with the newest calendar; null when none is published.</summary>
    public WorkflowDefinition? Published(string definitionId) =>
        _published.TryGetValue(definitionId, out var version) && _read.GetValueOrDefault((definitionId, version)) is { } found ? Dated(found, Calendar) : null;

    /// <summary>The published process of an item that people may apply for; null when there is none, or it is a flow inside the office.</summary>
    public WorkflowDefinition? Offered(string item) => Find(new ItemId(item)) is { IsInternal: false } && Published(item) is { Facts.Item: not null } published ? published : null;

    /// <summary>Which version of each definition is published; another object whenever that has changed.</summary>
    public ImmutableDictionary<string, int> InUse => _published;

    /// <summary>Versions that were ever published and name one of these parties.</summary>
    public ImmutableArray<(string DefinitionId, int Version)> Naming(ImmutableArray<PartyId> parties) =>
        [.. _read.Where(read => read.Value.Facts.Parties.Any(parties.Contains)).Select(read => read.Key)];

    /// <summary>Reads a text as the runtime would run it.</summary>
    public DefinitionReading Read(string text) => ElsaJson.Read(text, Activities, Calendar, Library);

    /// <summary>Reads a text and asks whether it makes sense: the definition when it can be read, and everything that is wrong.</summary>
    public DefinitionReading Check(string text)
    {
        var reading = Read(text);
        return reading.Succeeded ? reading with { Problems = [.. DefinitionChecks.Check(reading.Definition), .. UnknownItems(reading.Definition)] } : reading;
    }

    /// <summary>The same definition with the edition of the working calendar that a case is counted with.</summary>
    /// <exception cref="InvalidOperationException">There is no such edition.</exception>
    public async ValueTask<WorkflowDefinition> AtAsync(WorkflowDefinition definition, string edition, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Calendar.Version == edition) return definition;
        return await _editions.FindAsync(edition, stop) is { } found
            ? Dated(definition, found.Calendar)
            : throw new InvalidOperationException($"Edition {edition} of the working calendar is not stored.");
    }

    /// <summary>A version that was ever published, or a draft as it stands; null when there is none or it cannot be read.</summary>
    public async ValueTask<WorkflowDefinition?> DefinitionAsync(string definitionId, int version, CancellationToken stop = default)
    {
        if (_read.TryGetValue((definitionId, version), out var known)) return Dated(known, Calendar);
        if (await _shelf.ReadAsync(definitionId, version, stop) is not { } kept || Read(kept.Text).Definition is not { } definition) return null;
        return kept.Version.State == VersionState.Draft ? definition : _read.GetOrAdd((definitionId, version), definition);
    }

    /// <summary>Learns what other hosts have published or retired, and of newer editions of the calendar.</summary>
    public async Task RefreshAsync(CancellationToken stop = default)
    {
        await _editions.RefreshAsync(stop);
        // In turns, so that what was read last is what stays.
        await _refreshing.WaitAsync(stop);
        try
        {
            var published = await _shelf.PublishedAsync(stop);
            foreach (var (id, version) in published) await DefinitionAsync(id, version, stop);
            if (published.Count != _published.Count || published.Any(p => _published.GetValueOrDefault(p.Key) != p.Value)) _published = published;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _refreshing.Dispose();

    /// <summary>Uses a definition that has just been published here.</summary>
    internal Task AdmitAsync(WorkflowDefinition published, CancellationToken stop)
    {
        _read.TryAdd((published.DefinitionId, published.Version), published);
        return RefreshAsync(stop);
    }

    /// <summary>Whose type name it would have as an activity: a definition's or a built-in type's; null when it is free or not meant to be one.</summary>
    internal string? TypeNameTakenBy(WorkflowDefinition definition)
    {
        if (!definition.UsableAsActivity) return null;
        var name = Composite.TypeNameOf(definition.Name);
        return Activities.Knows(name) ? name : Library.FirstOrDefault(d => d.DefinitionId != definition.DefinitionId && Composite.TypeNameOf(d.Name) == name)?.DefinitionId;
    }

    /// <summary>Brings the folder <c>workflows/</c> onto the shelf and reads everything that was ever published.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read, or differs from what is kept under its version.</exception>
    public async Task LoadAsync(CancellationToken stop = default)
    {
        await _editions.LoadAsync(stop);
        var items = ImmutableArray.CreateBuilder<Item>();
        foreach (var folder in Directory.GetDirectories(_folders.Workflows).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.GetFiles(folder, "v*.json").Order(StringComparer.Ordinal)) await ImportAsync(file, stop);
            if (Path.Combine(folder, "item.json") is var facts && File.Exists(facts))
                items.Add(Item.Read(Path.GetFileName(folder), await File.ReadAllTextAsync(facts, stop)));
        }

        Items = items.ToImmutable();
        await ReadAllAsync(stop);
        await RefreshAsync(stop);
        _log.CatalogLoaded(Items.Length, _read.Count);
    }

    /// <summary>Items that a ladder starts and nobody could: not published.</summary>
    private IEnumerable<Problem> UnknownItems(WorkflowDefinition definition) =>
        from ladder in DrawnLadder.Of(definition)
        let reading = ladder.Reading
        from rung in reading.Lines.Zip(reading.Rungs, (line, rung) => (Line: line, rung.Starts))
        where rung.Starts is not null && rung.Starts != definition.DefinitionId && !_published.ContainsKey(rung.Starts)
        select Problem.At(ladder.Node.Line, ladder.Node.Column, ladder.Node.Id, "ladder-item-unknown", $"{rung.Line}", "1", rung.Starts);

    private async Task ImportAsync(string file, CancellationToken stop)
    {
        var (text, isPublished) = DraftText.OfFile(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, stop)));
        await _shelf.ImportAsync(text, isPublished, stop);
    }

    /// <summary>Definitions may use each other as activities: whatever can be read is read, until nothing more can.</summary>
    private async Task ReadAllAsync(CancellationToken stop)
    {
        var waiting = (await _shelf.VersionsAsync(null, stop)).Where(v => v.State != VersionState.Draft && !_read.ContainsKey((v.DefinitionId, v.Version))).ToList();
        for (var count = -1; waiting.Count > 0 && waiting.Count != count;)
        {
            count = waiting.Count;
            foreach (var version in waiting.ToArray())
                if (await DefinitionAsync(version.DefinitionId, version.Version, stop) is not null) waiting.Remove(version);
        }

        if (waiting.Count == 0) return;
        var problems = Read(await _shelf.TextAsync(waiting[0].DefinitionId, waiting[0].Version, stop) ?? "").Problems;
        throw new InvalidDataException($"{waiting[0].DefinitionId} version {waiting[0].Version} cannot be read: {string.Join("; ", problems)}");
    }

    private WorkflowDefinition Dated(WorkflowDefinition definition, WorkingCalendar calendar) => definition.Calendar == calendar
        ? definition
        : _dated.GetOrAdd((definition.DefinitionId, definition.Version, calendar.Version), static (_, it) => it.definition with { Calendar = it.calendar }, (definition, calendar));
}
