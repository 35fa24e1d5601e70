using System.Collections.Immutable;
using EGov.Engine.Clocks;
using EGov.Runtime.Portal;
using EGov.Web.Letters;

namespace EGov.Web.Portal.Follow;

/// <summary>A case as its applicant's page tells it.</summary>
/// <param name="Number">The case number.</param>
/// <param name="Item">What was applied for.</param>
/// <param name="Headline">The answer: by when, or what came of it.</param>
/// <param name="Lead">Whom it waits for, and whether anything is asked of the applicant.</param>
/// <param name="IsAsked">True when he must supply something.</param>
/// <param name="Told">What officers have told him in words, the latest first: what to supply, why not.</param>
/// <param name="Days">The days of the limit that matters now.</param>
/// <param name="Today">Today in office time.</param>
/// <param name="CountedTo">What the days lead to: <c>acceptance</c>, <c>supplement</c> or <c>result</c>.</param>
/// <param name="Path">Where it has come to.</param>
/// <param name="MayUrge">The engine would take an urge now.</param>
/// <param name="MayWithdraw">The engine would take a withdrawal now.</param>
/// <param name="IsClosed">Nothing more will happen; it can be rated.</param>
/// <param name="Rating">What he thought of it, or null.</param>
/// <param name="Unread">Messages of the office he has not seen.</param>
/// <param name="Messages">Short messages that were sent to him, the latest first.</param>
/// <param name="Documents">What he has handed in.</param>
/// <param name="Results">Documents of the result.</param>
public sealed record FollowedCase(
    string Number, string Item, string Headline, string Lead, bool IsAsked, ImmutableArray<ToldText> Told, ImmutableArray<ExplainedDay> Days, DateOnly Today, string CountedTo,
    ImmutableArray<PathStep> Path, bool MayUrge, bool MayWithdraw, bool IsClosed, Rating? Rating, int Unread, ImmutableArray<SentMessage> Messages, ImmutableArray<KeptDocument> Documents, ImmutableArray<KeptDocument> Results)
{
    /// <summary>文书: letters the office has given out.</summary>
    public ImmutableArray<LetterKind> Letters { get; init; } = [];
}

/// <summary>What an officer has told the applicant.</summary>
/// <param name="At">When.</param>
/// <param name="Heading">On what occasion.</param>
/// <param name="Text">In his words.</param>
public sealed record ToldText(DateTimeOffset At, string Heading, string Text);

/// <summary>A short message.</summary>
/// <param name="Text">Its words.</param>
/// <param name="SentAt">When it left; null while it waits.</param>
public sealed record SentMessage(string Text, DateTimeOffset? SentAt);

/// <summary>A document on the file.</summary>
/// <param name="Title">Which material or result it is.</param>
/// <param name="Content">Names it in addresses.</param>
/// <param name="FiledAt">When.</param>
public sealed record KeptDocument(string Title, string Content, DateTimeOffset FiledAt);
