using System.Globalization;
using System.Text.Json.Nodes;
using EGov.Engine;
using Code = EGov.Runtime.Catalog.DefinitionRefusalCode;

namespace EGov.Runtime.Catalog;

// What makes a version beside the others, and so can never overwrite anybody's work.
public sealed partial class DefinitionDesk
{
    private const int MostAttempts = 5;

    /// <summary>Goes back to an earlier version: its drawing becomes the next version, as a draft.</summary>
    public async Task<DefinitionReceipt> RevertAsync(string definitionId, int version, UserId by, CancellationToken stop = default) =>
        await _shelf.TextAsync(definitionId, version, stop) is { } text
            ? await AddAsync(new(definitionId, Parsed(text), MadeFrom(definitionId, version)), by, stop)
            : DefinitionReceipt.Refuse(Code.VersionUnknown, definitionId, version);

    /// <summary>Copies a version to a definition of its own, as version 1. When <paramref name="newId"/> is an item, parties and limits become that item's.</summary>
    /// <param name="definitionId">What is copied.</param>
    /// <param name="version">Which version of it.</param>
    /// <param name="newId">The new definition's id; it must be free.</param>
    /// <param name="name">Its caption; null keeps the old one.</param>
    /// <param name="by">Who copies.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<DefinitionReceipt> CopyAsync(string definitionId, int version, string newId, string? name, UserId by, CancellationToken stop = default)
    {
        if (await _shelf.TextAsync(definitionId, version, stop) is not { } text) return DefinitionReceipt.Refuse(Code.VersionUnknown, definitionId, version);
        var model = Parsed(text);
        if (name is not null) model["name"] = name;
        if (model["customProperties"] is JsonObject custom && custom["egov"] is JsonObject facts)
        {
            if (_catalog.Find(new ItemId(newId)) is { } item && ItemParties.Of(item) is { All.IsEmpty: false } parties) custom["egov"] = parties.ToFacts();
            else facts["item"] = newId;
        }

        return await AddAsync(new(newId, model, MadeFrom(definitionId, version)) { MustBeNew = true }, by, stop);
    }

    /// <summary>Begins a drawing from a template with an item's parties and limits: version 1, or the next where the item has a process.</summary>
    /// <param name="template">One of <see cref="DefinitionTemplates.All"/>.</param>
    /// <param name="item">The item; its id is the definition's.</param>
    /// <param name="name">The caption; null takes the item's title.</param>
    /// <param name="by">Who begins.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<DefinitionReceipt> NewFromTemplateAsync(string template, ItemId item, string? name, UserId by, CancellationToken stop = default)
    {
        if (_catalog.Find(item) is not { IsInternal: false } facts || ItemParties.Of(facts).All.IsEmpty) return DefinitionReceipt.Refuse(Code.ItemUnknown, item);
        if (_templates.Draw(template, facts) is not { } model) return DefinitionReceipt.Refuse(Code.TemplateUnknown, template);
        if (name is not null) model["name"] = name;
        return await AddAsync(new(item.Value, model, "template:" + template), by, stop);
    }

    /// <summary>Takes a file in: as the next version of its definition, or as version 1 of a new one.</summary>
    /// <param name="definitionId">The definition it is for; null goes by the file, which may name none.</param>
    /// <param name="model">The definition; taken over.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="stop">Gives up.</param>
    public Task<DefinitionReceipt> ImportAsync(string? definitionId, JsonObject model, UserId by, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return AddAsync(new(definitionId ?? DraftText.TextOf(model, "definitionId") ?? NewId(), model, null), by, stop);
    }

    private async Task<DefinitionReceipt> AddAsync(NewVersion wanted, UserId by, CancellationToken stop)
    {
        if (Misfit(wanted.DefinitionId, wanted.Model) is { } refusal) return DefinitionReceipt.Refuse(refusal);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var latest = (await _shelf.LatestAsync(wanted.DefinitionId, stop))?.Version;
            if (latest is not null && wanted.MustBeNew) break;
            var (draft, definition) = DraftText.Compose((JsonObject)wanted.Model.DeepClone(), wanted.DefinitionId, (latest?.Version ?? 0) + 1);
            if (DraftBounds.Judge(draft) is { } tooLarge) return DefinitionReceipt.Refuse(tooLarge);
            if (await _shelf.AddAsync(draft, wanted.MadeFrom, by, stop) is not { } added) continue; // another took the number
            _log.DraftSaved(added.DefinitionId, added.Version, added.Revision, by);
            return new(added, null) { Definition = definition };
        }

        return DefinitionReceipt.Refuse(Code.DefinitionExists, wanted.DefinitionId);
    }

    private static JsonObject Parsed(string text) => JsonNode.Parse(text.TrimStart('\ufeff'))!.AsObject();

    private static string MadeFrom(string definitionId, int version) => string.Create(CultureInfo.InvariantCulture, $"{definitionId}/{version}");

    private sealed record NewVersion(string DefinitionId, JsonObject Model, string? MadeFrom)
    {
        public bool MustBeNew { get; init; }
    }
}
