using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using EGov.Engine.Definitions;

namespace EGov.Runtime.Catalog;

/// <summary>Why a change of a definition was refused. The sentence a person reads is looked up by it.</summary>
public enum DefinitionRefusalCode
{
    /// <summary>There is no definition of this id.</summary>
    DefinitionUnknown,

    /// <summary>The definition has no such version.</summary>
    VersionUnknown,

    /// <summary>The version was published, and so never changes and is never deleted.</summary>
    VersionNotDraft,

    /// <summary>The version is not in use.</summary>
    VersionNotPublished,

    /// <summary>It is the only version of its definition.</summary>
    OnlyVersion,

    /// <summary>A version was published once, so the definition stays.</summary>
    DefinitionWasPublished,

    /// <summary>The id is taken.</summary>
    DefinitionExists,

    /// <summary>An id is 1 to 100 letters, digits, hyphens, dots and underscores.</summary>
    DefinitionIdNotAllowed,

    /// <summary>Somebody saved since the copy was made that this save was drawn on.</summary>
    DraftMoved,

    /// <summary>The save does not say which copy of the draft it was drawn on.</summary>
    CopyUnnamed,

    /// <summary>Another published a version at the same moment.</summary>
    PublishedMeanwhile,

    /// <summary>Publishing and retiring need a reason of at most 2,000 characters.</summary>
    PublishReasonMissing,

    /// <summary>The definition has problems, which are listed.</summary>
    ProblemsFound,

    /// <summary>Another definition, or a type that is built in, has the type name this one would have as an activity.</summary>
    TypeNameTaken,

    /// <summary>It is no definition: what is missing or of the wrong kind.</summary>
    NotADefinition,

    /// <summary>The root is of a type that is not supported.</summary>
    RootNotSupported,

    /// <summary>Two activities of the drawing have the same id.</summary>
    ActivityIdTwice,

    /// <summary>There are more activities than one definition may have.</summary>
    TooManyActivities,

    /// <summary>The text is longer than is read.</summary>
    DefinitionTooLarge,

    /// <summary>A caption is too long or has characters that cannot be seen, or angle brackets.</summary>
    CaptionNotAllowed,

    /// <summary>There is no template of this name.</summary>
    TemplateUnknown,

    /// <summary>There is no item of this id, or it names no parties.</summary>
    ItemUnknown,
}

/// <summary>A refusal: the code, what the sentence needs, and the problems of the definition when it is about those.</summary>
public sealed record DefinitionRefusal(DefinitionRefusalCode Code, ImmutableArray<string> Arguments, ImmutableArray<Problem> Problems)
{
    internal static DefinitionRefusal Of(DefinitionRefusalCode code, params ReadOnlySpan<object?> arguments)
    {
        var texts = ImmutableArray.CreateBuilder<string>(arguments.Length);
        foreach (var argument in arguments) texts.Add(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        return new(code, texts.MoveToImmutable(), []);
    }

    internal static DefinitionRefusal Of(ImmutableArray<Problem> problems) => Of(DefinitionRefusalCode.ProblemsFound, problems.Length) with { Problems = problems };
}

/// <summary>The answer to a change: the version as it stands now, or why nothing was changed.</summary>
/// <param name="Version">The version that was changed or made; for a refusal, the version it was judged by, when there is one.</param>
/// <param name="Refusal">Why not; null when accepted.</param>
public sealed record DefinitionReceipt(DefinitionVersion? Version, DefinitionRefusal? Refusal)
{
    /// <summary>What is kept, as JSON, when a text was written; the caller's own.</summary>
    public JsonObject? Definition { get; init; }

    /// <summary>True when it was done.</summary>
    public bool IsAccepted => Refusal is null;

    internal static DefinitionReceipt Refuse(DefinitionRefusal refusal, DefinitionVersion? version = null) => new(version, refusal);

    internal static DefinitionReceipt Refuse(DefinitionRefusalCode code, params ReadOnlySpan<object?> arguments) => new(null, DefinitionRefusal.Of(code, arguments));
}
