using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;

namespace EGov.Runtime.Cases;

/// <summary>An order on its way to a case, with what the journal may not hold.</summary>
/// <param name="Id">Made once per click, at most 150 characters; a repeat is answered with the first receipt.</param>
/// <param name="Case">The case it is for; the new number when it opens one.</param>
/// <param name="Command">The order.</param>
public sealed record CommandEnvelope(CommandId Id, CaseId Case, CaseCommand Command)
{
    /// <summary>The version the person looked at; the order is refused as <see cref="RejectionCode.CaseMoved"/> when the case has another. Null asks for none.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>Free texts the order commits to by <see cref="TextHash.Commit"/>, each at most 20,000 characters; a text it does not commit to is dropped.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>For <see cref="OpenCase"/>: the definition to run on. Ignored otherwise: a case stays on the version it opened with.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>For <see cref="OpenCase"/>: the version to run on; null takes the published one.</summary>
    public int? DefinitionVersion { get; init; }

    /// <summary>For <see cref="OpenCase"/>: the personal part of the application.</summary>
    public NewApplication? Application { get; init; }
}

/// <summary>What an applicant tells of himself. Never in the journal; erased by law on its own.</summary>
/// <param name="Form">The form as JSON.</param>
/// <param name="Applicant">Name of the person or body.</param>
/// <param name="IdKind">Kind of identity paper, by code.</param>
/// <param name="IdNumber">Its number.</param>
/// <param name="Phone">Where notices go.</param>
/// <param name="Channel">How it came: window, web, phone.</param>
/// <param name="QueryPasswordHash">Hash of the password the case is tracked with; null when none was given.</param>
public sealed record NewApplication(
    string Form, string Applicant, string IdKind, string IdNumber, string Phone, string Channel, string? QueryPasswordHash)
{
    /// <summary>In which language messages go, <c>zh-CN</c> or <c>en</c>; null takes the office's.</summary>
    public string? Language { get; init; }

    /// <summary>Where messages go by e-mail, by the applicant's choice; null sends them to the telephone.</summary>
    public string? Email { get; init; }
}
