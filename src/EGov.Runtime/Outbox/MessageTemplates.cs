using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using EGov.Engine;
using EGov.Runtime.Administration;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Outbox;

/// <summary>A version of the words of a message.</summary>
/// <param name="Version">From 1; 0 are the item's own words.</param>
/// <param name="Chinese">In Chinese.</param>
/// <param name="English">In English.</param>
/// <param name="SavedAt">When; null for the item's own.</param>
/// <param name="SavedBy">Who; null for the item's own.</param>
public sealed record MessageVersion(int Version, string Chinese, string English, DateTimeOffset? SavedAt, UserId? SavedBy)
{
    /// <summary>What it says of the messages themselves.</summary>
    public MessageTraits Traits { get; init; }

    /// <summary>Why it was saved; empty for the item's own.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>What a template says of its messages, besides their words.</summary>
/// <param name="Urgent">加急: also sent in quiet hours.</param>
/// <param name="Resend">宁重勿漏: what may or may not have left is sent again rather than left to a clerk.</param>
public readonly record struct MessageTraits(bool Urgent, bool Resend);

/// <summary>What an administrator wants a message to be.</summary>
/// <param name="Chinese">In Chinese.</param>
/// <param name="English">In English.</param>
/// <param name="Traits">What it says of the messages themselves.</param>
/// <param name="Reason">Why; empty says nothing. At most <see cref="MessageTemplates.LongestReason"/>.</param>
public sealed record MessageDraft(string Chinese, string English, MessageTraits Traits, string Reason);

/// <summary>短信模板: words that administrators put in the place of an item's own. The item's stay, and every version is kept.</summary>
public sealed partial class MessageTemplates
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int LongestText = 500;

    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int LongestReason = 200;

    private const int CharactersAlone = 70;
    private const int CharactersInParts = 67;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly ImmutableArray<string> Always = ["caseNumber", "item"];

    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;
    private readonly AdministrativeActs _acts;
    private readonly TimeProvider _time;
    private Known _known = new(ImmutableDictionary<(string, string), MessageVersion>.Empty, DateTimeOffset.MinValue);

    internal MessageTemplates(Database database, WorkflowCatalog catalog, AdministrativeActs acts, TimeProvider time) => (_database, _catalog, _acts, _time) = (database, catalog, acts, time);

    /// <summary>How many short messages a text becomes: up to 70 characters one, longer ones in parts of 67 (UCS-2).</summary>
    public static int PartsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= CharactersAlone ? 1 : (text.Length + CharactersInParts - 1) / CharactersInParts;
    }

    /// <summary>The words in use instead of the item's own; null when there are none. Other hosts hear of a change within half a minute.</summary>
    public MessageVersion? Find(string definitionId, string template)
    {
        if (_time.GetUtcNow() - _known.At > Fresh) _known = Load();
        return _known.Texts.GetValueOrDefault((definitionId, template));
    }

    /// <summary>The item's own words; null when it has none of this name.</summary>
    public MessageVersion? OwnOf(string definitionId, string template) =>
        _catalog.Find(new ItemId(definitionId))?.Messages.GetValueOrDefault(template) is { } texts && texts.GetValueOrDefault("zh-CN") is { } chinese
            ? new(0, chinese, texts.GetValueOrDefault("en") ?? chinese, null, null) { Traits = OwnTraits(_catalog.Find(new ItemId(definitionId))!, template) }
            : null;

    /// <summary>What the template in use says of its messages; a template nobody wrote is neither urgent nor sent again.</summary>
    public MessageTraits TraitsOf(string definitionId, string template) => (Find(definitionId, template) ?? OwnOf(definitionId, template))?.Traits ?? default;

    /// <summary>What stands between braces may be any of these: what the event gives.</summary>
    public ImmutableArray<string> PlaceholdersOf(string definitionId, string template) =>
        OwnOf(definitionId, template) is { } own ? [.. Always.Concat(Placeholders(own.Chinese)).Concat(Placeholders(own.English)).Distinct(StringComparer.Ordinal)] : Always;

    /// <summary>Every version, the latest first; the item's own last.</summary>
    public async Task<ImmutableArray<MessageVersion>> HistoryAsync(string definitionId, string template, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.MessageTemplates.AsNoTracking().Where(row => row.DefinitionId == definitionId && row.Template == template).OrderByDescending(row => row.Version).ToListAsync(stop);
        return [.. rows.Select(Version), .. OwnOf(definitionId, template) is { } own ? [own] : Array.Empty<MessageVersion>()];
    }

    /// <summary>What is wrong with a text, by code, with the value it is about; null when it can be used.</summary>
    public (string Code, string Value)? Problem(string definitionId, string template, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return ("template-empty", "");
        if (text.Length > LongestText || !ShowableText.Is(text, LongestText) || text.Contains('\n', StringComparison.Ordinal)) return ("template-text", $"{LongestText}");
        var known = PlaceholdersOf(definitionId, template);
        if (Placeholders(text).FirstOrDefault(name => !known.Contains(name)) is { } unknown) return ("template-placeholder", unknown);
        return Placeholder().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0 ? ("template-braces", "") : null;
    }

    /// <summary>Keeps a new version, which is used from now on; what is wrong, or null. What changes nothing is no version.</summary>
    /// <param name="definitionId">The item.</param>
    /// <param name="template">Which message.</param>
    /// <param name="draft">Its words and traits.</param>
    /// <param name="by">Who.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<(string Code, string Value)?> SaveAsync(string definitionId, string template, MessageDraft draft, UserId by, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (OwnOf(definitionId, template) is not { } own) return ("template-unknown", template);
        if ((Problem(definitionId, template, draft.Chinese) ?? Problem(definitionId, template, draft.English)) is { } wrong) return wrong;
        if (!ShowableText.Is(draft.Reason, LongestReason)) return ("template-reason", $"{LongestReason}");
        await using var context = _database.NewContext();
        var latest = await context.MessageTemplates.Where(row => row.DefinitionId == definitionId && row.Template == template).OrderByDescending(row => row.Version).FirstOrDefaultAsync(stop);
        var now = latest is null ? own : Version(latest);
        if ((now.Chinese, now.English, now.Traits) == (draft.Chinese, draft.English, draft.Traits)) return null;
        var version = now.Version + 1;
        context.Add(new MessageTemplateRow
        {
            DefinitionId = definitionId, Template = template, Version = version, Chinese = draft.Chinese, English = draft.English, SavedAt = _time.GetUtcNow(), SavedBy = by.Value,
            Urgent = draft.Traits.Urgent, Resend = draft.Traits.Resend, Reason = draft.Reason.Trim(),
        });
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (context.MessageTemplates.Any(row => row.DefinitionId == definitionId && row.Template == template && row.Version == version))
        {
            return ("template-raced", "");
        }

        _known = Load();
        await _acts.RecordAsync(by, "template-saved", $"{definitionId}/{template}", $"v{version}", stop);
        return null;
    }

    private Known Load()
    {
        using var context = _database.NewContext();
        var latest = context.MessageTemplates.AsNoTracking().ToList().GroupBy(row => (row.DefinitionId, row.Template)).Select(group => group.MaxBy(row => row.Version)!);
        return new(latest.ToImmutableDictionary(row => (row.DefinitionId, row.Template), Version), _time.GetUtcNow());
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Groups[1].Value);

    private static MessageTraits OwnTraits(Item item, string template) =>
        item.Facts.GetProperty("messages").GetProperty(template) is { ValueKind: JsonValueKind.Object } own ? new(IsTrue(own, "urgent"), IsTrue(own, "resend")) : default;

    private static bool IsTrue(JsonElement own, string trait) => own.TryGetProperty(trait, out var said) && said.ValueKind == JsonValueKind.True;

    private static MessageVersion Version(MessageTemplateRow row) =>
        new(row.Version, row.Chinese, row.English, row.SavedAt, new UserId(row.SavedBy)) { Traits = new(row.Urgent, row.Resend), Reason = row.Reason };

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    private sealed record Known(ImmutableDictionary<(string, string), MessageVersion> Texts, DateTimeOffset At);
}
