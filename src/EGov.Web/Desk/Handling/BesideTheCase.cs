using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Handling;
using EGov.Runtime.Portal;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;

namespace EGov.Web.Desk.Handling;

/// <summary>What lies beside a case: letters with the applicant, and his other cases as far as the reader may know of them.</summary>
internal sealed class BesideTheCase(CaseMessages messages, RelatedCases related, WorkflowCatalog catalog)
{
    /// <summary>The letters, in order. Whoever handles the case has now seen them; an auditor only looks on.</summary>
    public async Task<ImmutableArray<ShownLetter>> LettersAsync(CaseFile file, CaseWords words, CurrentActor reader, CancellationToken stop)
    {
        var letters = await messages.OfAsync(file.State.Case, stop);
        if (reader.PartyIn(file) is not null && letters.Any(letter => letter is { By: null, ReadAt: null })) await messages.MarkReadAsync(file.State.Case, byApplicant: false, stop);
        return [.. letters.Select(one => new ShownLetter(one.By is { } by ? Words.Say("handle-letter-from", words.Party(one.Party!.Value), words.Officer(by)) : words.Party(PartyId.Applicant), one.By is not null, one.At, one.ReadAt is not null, one.Text))];
    }

    /// <summary>Other cases of the applicant; of one the reader may not read he learns number and item, no more.</summary>
    public async Task<ImmutableArray<ShownRelated>> RelatedAsync(CaseId number, NewApplication application, CurrentActor reader, CancellationToken stop)
    {
        var shown = ImmutableArray.CreateBuilder<ShownRelated>();
        foreach (var other in await related.OfAsync(number, application, reader.Actor, stop))
        {
            var workflow = await catalog.DefinitionAsync(other.DefinitionId, other.DefinitionVersion, stop);
            var mayRead = reader.ReadsAll || other.HasWorkFor || (workflow?.Facts.Parties.Any(reader.Actor.Is) ?? false);
            var title = catalog.Find(new ItemId(other.DefinitionId))?.Text("title", CultureInfo.CurrentUICulture.Name) ?? workflow?.Name ?? other.DefinitionId;
            shown.Add(new(other.Case.Value, title, mayRead ? Words.Say("handle-related-note", Figures.Date(other.ReceivedOn), Words.Say("case-status-" + Words.Kebab(other.Status))) : null));
        }

        return shown.ToImmutable();
    }
}

/// <summary>A letter.</summary>
/// <param name="From">Who wrote it.</param>
/// <param name="IsOurs">True when the office did.</param>
/// <param name="At">When.</param>
/// <param name="IsRead">True when the other side has seen it.</param>
/// <param name="Text">What it says.</param>
public sealed record ShownLetter(string From, bool IsOurs, DateTimeOffset At, bool IsRead, string Text);

/// <summary>Another case of the applicant.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">The item.</param>
/// <param name="Note">When it was received and where it stands; null for a case the reader may not read.</param>
public sealed record ShownRelated(string Number, string Title, string? Note);
