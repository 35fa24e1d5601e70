using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EGov.Engine;
using EGov.Engine.Definitions;
using Microsoft.Extensions.Logging;
using Code = EGov.Runtime.Catalog.DefinitionRefusalCode;

namespace EGov.Runtime.Catalog;

/// <summary>The front door for definitions: drawing, publishing with a reason, retiring; for any number of analysts on any number of hosts.</summary>
/// <remarks>
/// The highest version is the one that is drawn on. A draft is overwritten in place, by whoever saw it as it is; drawing on a published version makes
/// the next one. Going back, copying and importing never overwrite: they make a version beside the others. Refusals change nothing.
/// </remarks>
public sealed partial class DefinitionDesk
{
    private readonly DefinitionShelf _shelf;
    private readonly WorkflowCatalog _catalog;
    private readonly DefinitionTemplates _templates;
    private readonly ILogger<DefinitionDesk> _log;

    internal DefinitionDesk(DefinitionShelf shelf, WorkflowCatalog catalog, DefinitionTemplates templates, ILogger<DefinitionDesk> log) =>
        (_shelf, _catalog, _templates, _log) = (shelf, catalog, templates, log);

    /// <summary>Saves what an analyst has drawn. Saving the same again changes nothing and is answered alike.</summary>
    /// <param name="definitionId">The definition; null makes a new one under an id of its own.</param>
    /// <param name="seen">The copy it was drawn on; a draft is not overwritten without it.</param>
    /// <param name="model">An Elsa definition as Studio posts it; taken over.</param>
    /// <param name="by">Who draws.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<DefinitionReceipt> SaveAsync(string? definitionId, CopyMark? seen, JsonObject model, UserId by, CancellationToken stop = default)
    {
        if (Misfit(definitionId, model) is { } refusal) return DefinitionReceipt.Refuse(refusal);
        var id = definitionId ?? NewId();
        var latest = definitionId is null ? null : await _shelf.LatestAsync(id, stop);
        if (latest is null && seen is not null) return DefinitionReceipt.Refuse(Code.DefinitionUnknown, id);
        var (draft, definition) = DraftText.Compose(model, id, NextNumber(latest?.Version), latest?.Text);
        if (DraftBounds.Judge(draft) is { } tooLarge) return DefinitionReceipt.Refuse(tooLarge);
        if (draft.Hash == latest?.Version.Hash) return new(latest.Version, null) { Definition = definition };
        if (latest is not null && Outdated(seen, latest.Version) is { } outdated) return DefinitionReceipt.Refuse(outdated, latest.Version);
        var saved = latest is { Version: { State: VersionState.Draft } head }
            ? await _shelf.OverwriteAsync(head, draft, by, stop)
            : await _shelf.AddAsync(draft, latest is null ? null : $"{id}/{latest.Version.Version}", by, stop);
        if (saved is null) return await TooLateAsync(draft, definition, seen, stop);
        _log.DraftSaved(id, saved.Version, saved.Revision, by);
        return new(saved, null) { Definition = definition };
    }

    /// <summary>What is wrong with a version, by place; empty when it may be published, null when there is none.</summary>
    public async Task<ImmutableArray<Problem>?> ProblemsAsync(string definitionId, int version, CancellationToken stop = default) =>
        await _shelf.TextAsync(definitionId, version, stop) is { } text ? _catalog.Check(text).Problems : null;

    /// <summary>What would be wrong with this drawing if it were saved now; nothing is changed.</summary>
    public async Task<DefinitionReceipt> CheckAsync(string? definitionId, JsonObject model, CancellationToken stop = default)
    {
        if (Misfit(definitionId, model) is { } refusal) return DefinitionReceipt.Refuse(refusal);
        var latest = definitionId is null ? null : await _shelf.LatestAsync(definitionId, stop);
        var (draft, _) = DraftText.Compose(model, definitionId ?? NewId(), NextNumber(latest?.Version), latest?.Text);
        var problems = _catalog.Check(draft.Text).Problems;
        return problems.IsEmpty ? new(latest?.Version, null) : DefinitionReceipt.Refuse(DefinitionRefusal.Of(problems), latest?.Version);
    }

    /// <summary>Publishes a draft: new cases open on it from now on, running cases stay where they are, and it never changes again.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="version">The draft.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="reason">Why, for whoever asks in ten years; 1 to 2,000 characters.</param>
    /// <param name="seen">The copy that was looked at; null publishes the draft as it is.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<DefinitionReceipt> PublishAsync(string definitionId, int version, UserId by, string? reason, CopyMark? seen = null, CancellationToken stop = default)
    {
        if (!DraftBounds.IsReason(reason)) return DefinitionReceipt.Refuse(Code.PublishReasonMissing);
        if (await _shelf.ReadAsync(definitionId, version, stop) is not { } kept) return DefinitionReceipt.Refuse(Code.VersionUnknown, definitionId, version);
        var draft = kept.Version;
        if (draft.State != VersionState.Draft) return DefinitionReceipt.Refuse(DefinitionRefusal.Of(Code.VersionNotDraft, definitionId, version), draft);
        if (seen is not null && Outdated(seen, draft) is { } outdated) return DefinitionReceipt.Refuse(outdated, draft);
        var (definition, problems) = _catalog.Check(kept.Text);
        if (definition is null || !problems.IsEmpty) return DefinitionReceipt.Refuse(DefinitionRefusal.Of(problems), draft);
        if (_catalog.TypeNameTakenBy(definition) is { } other) return DefinitionReceipt.Refuse(DefinitionRefusal.Of(Code.TypeNameTaken, draft.Name, other), draft);
        if (!await _shelf.PublishAsync(draft, by, reason!.Trim(), stop)) return await TooLateToPublishAsync(draft, stop);
        await _catalog.AdmitAsync(definition, stop);
        _log.VersionPublished(definitionId, version, by);
        return new((await _shelf.ReadAsync(definitionId, version, stop))?.Version, null);
    }

    /// <summary>Takes the version in use out of use: no new cases open, running cases go on.</summary>
    /// <param name="definitionId">The definition.</param>
    /// <param name="version">The published version.</param>
    /// <param name="by">Who retires it.</param>
    /// <param name="reason">Why; 1 to 2,000 characters.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<DefinitionReceipt> RetireAsync(string definitionId, int version, UserId by, string? reason, CancellationToken stop = default)
    {
        if (!DraftBounds.IsReason(reason)) return DefinitionReceipt.Refuse(Code.PublishReasonMissing);
        var isRetired = await _shelf.RetireAsync(definitionId, version, by, reason!.Trim(), stop);
        if (await _shelf.ReadAsync(definitionId, version, stop) is not { Version: var kept }) return DefinitionReceipt.Refuse(Code.VersionUnknown, definitionId, version);
        if (!isRetired) return DefinitionReceipt.Refuse(DefinitionRefusal.Of(Code.VersionNotPublished, definitionId, version), kept);
        await _catalog.RefreshAsync(stop);
        _log.VersionRetired(definitionId, version, by);
        return new(kept, null);
    }

    /// <summary>Takes whichever version of a definition is in use out of use.</summary>
    public async Task<DefinitionReceipt> RetirePublishedAsync(string definitionId, UserId by, string? reason, CancellationToken stop = default)
    {
        var versions = await _shelf.VersionsAsync(definitionId, stop);
        if (versions.IsEmpty) return DefinitionReceipt.Refuse(Code.DefinitionUnknown, definitionId);
        return versions.FirstOrDefault(v => v.State == VersionState.Published) is { } published
            ? await RetireAsync(definitionId, published.Version, by, reason, stop)
            : DefinitionReceipt.Refuse(DefinitionRefusal.Of(Code.VersionNotPublished, definitionId, versions[0].Version), versions[0]);
    }

    /// <summary>Throws a draft away. What was ever published stays, and so does the only version of a definition.</summary>
    public async Task<DefinitionReceipt> DeleteDraftAsync(string definitionId, int version, UserId by, CancellationToken stop = default)
    {
        if (await _shelf.ReadAsync(definitionId, version, stop) is not { Version: var kept }) return DefinitionReceipt.Refuse(Code.VersionUnknown, definitionId, version);
        if (kept.State != VersionState.Draft) return DefinitionReceipt.Refuse(DefinitionRefusal.Of(Code.VersionNotDraft, definitionId, version), kept);
        if (!await _shelf.DeleteDraftAsync(definitionId, version, stop)) return DefinitionReceipt.Refuse(DefinitionRefusal.Of(Code.OnlyVersion, definitionId, version), kept);
        _log.DraftDeleted(definitionId, version, by);
        return new(kept, null);
    }

    /// <summary>Throws a whole definition away of which nothing was ever published.</summary>
    public async Task<DefinitionReceipt> DeleteAsync(string definitionId, UserId by, CancellationToken stop = default)
    {
        if (await _shelf.LatestAsync(definitionId, stop) is not { Version: var latest }) return DefinitionReceipt.Refuse(Code.DefinitionUnknown, definitionId);
        if (!await _shelf.DeleteUnpublishedAsync(definitionId, stop)) return DefinitionReceipt.Refuse(DefinitionRefusal.Of(Code.DefinitionWasPublished, definitionId), latest);
        _log.DraftDeleted(definitionId, latest.Version, by);
        return new(latest, null);
    }

    private static int NextNumber(DefinitionVersion? latest) => latest is null ? 1 : latest.State == VersionState.Draft ? latest.Version : latest.Version + 1;

    /// <summary>What stands before any look at the shelf: an id and a drawing that may be kept.</summary>
    private static DefinitionRefusal? Misfit(string? definitionId, JsonObject model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return definitionId is not null && !DraftBounds.IsId(definitionId) ? DefinitionRefusal.Of(Code.DefinitionIdNotAllowed) : DraftBounds.Judge(model);
    }

    /// <summary>A draft is overwritten by whoever saw it; drawing on a published version harms nobody's work.</summary>
    private static DefinitionRefusal? Outdated(CopyMark? seen, DefinitionVersion latest) =>
        seen is null ? latest.State == VersionState.Draft ? DefinitionRefusal.Of(Code.CopyUnnamed, latest.Version) : null
        : seen.IsOf(latest) ? null
        : DefinitionRefusal.Of(Code.DraftMoved, seen.Version, seen.Revision, latest.Version, latest.Revision, latest.Saved.By);

    /// <summary>Somebody was faster by a hair: fine if he saved the same, as a repeat does.</summary>
    private async Task<DefinitionReceipt> TooLateAsync(DraftText draft, JsonObject definition, CopyMark? seen, CancellationToken stop)
    {
        if (await _shelf.LatestAsync(draft.DefinitionId, stop) is not { Version: var latest }) return DefinitionReceipt.Refuse(Code.DefinitionUnknown, draft.DefinitionId);
        if (latest.Hash == draft.Hash) return new(latest, null) { Definition = definition };
        return DefinitionReceipt.Refuse(Outdated(seen, latest) ?? DefinitionRefusal.Of(Code.CopyUnnamed, latest.Version), latest);
    }

    private async Task<DefinitionReceipt> TooLateToPublishAsync(DefinitionVersion draft, CancellationToken stop)
    {
        var versions = await _shelf.VersionsAsync(draft.DefinitionId, stop);
        var published = versions.FirstOrDefault(v => v.State == VersionState.Published);
        var now = versions.FirstOrDefault(v => v.Version == draft.Version);
        return now is { State: VersionState.Draft } && now.Hash != draft.Hash && Outdated(draft.Mark, now) is { } moved
            ? DefinitionReceipt.Refuse(moved, now)
            : DefinitionReceipt.Refuse(DefinitionRefusal.Of(Code.PublishedMeanwhile, published?.Version, published?.Published?.By), now);
    }

    private static string NewId() => Guid.NewGuid().ToString("N")[..16];
}
