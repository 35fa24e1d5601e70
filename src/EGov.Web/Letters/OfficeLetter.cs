using System.Collections.Immutable;

namespace EGov.Web.Letters;

/// <summary>Letters an office gives out (文书).</summary>
public enum LetterKind
{
    /// <summary>收件凭证.</summary>
    Receipt,

    /// <summary>受理通知书.</summary>
    Acceptance,

    /// <summary>补正告知书.</summary>
    Supplement,

    /// <summary>不予受理通知书.</summary>
    NotAccepted,
}

/// <summary>A letter as it is printed. All of it follows from the journal and the texts that belong to it; nothing is written by hand.</summary>
/// <param name="Kind">Which letter.</param>
/// <param name="Case">The case number.</param>
/// <param name="Issuer">The body that issues it.</param>
/// <param name="Number">Its own number.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Before">Paragraphs before the list.</param>
/// <param name="Listed">The list: materials, or what is to be supplied.</param>
/// <param name="After">Paragraphs after it.</param>
/// <param name="On">Its date.</param>
/// <param name="Entry">Number of the journal's entry it was made from.</param>
/// <param name="Code">Out of the hash of that entry; whoever has the journal can check it.</param>
public sealed record OfficeLetter(
    LetterKind Kind, string Case, string Issuer, LetterNumber Number, string To, ImmutableArray<string> Before, ImmutableArray<string> Listed, ImmutableArray<string> After,
    DateOnly On, int Entry, string Code);

/// <summary>What anybody may be told of a letter that was given out (核验): nothing in it is about a person.</summary>
/// <param name="Title">What kind of letter.</param>
/// <param name="Number">Its number.</param>
/// <param name="On">Its date.</param>
/// <param name="Issuer">The body that issued it.</param>
/// <param name="Code">The code on it.</param>
/// <param name="Case">The case it belongs to; null when it belongs to none.</param>
public sealed record IssuedLetter(string Title, LetterNumber Number, DateOnly On, string Issuer, string Code, string? Case);
