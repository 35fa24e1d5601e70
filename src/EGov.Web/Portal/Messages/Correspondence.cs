using System.Collections.Immutable;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Portal;
using EGov.Web.Portal.Track;

namespace EGov.Web.Portal.Messages;

/// <summary>A letter as it is shown to the applicant: of the office he sees the party, never the person.</summary>
/// <param name="From">The party; null for himself.</param>
/// <param name="At">When.</param>
/// <param name="IsRead">True when the other side has seen it.</param>
/// <param name="Text">What was written.</param>
public sealed record Letter(string? From, DateTimeOffset At, bool IsRead, string Text);

/// <summary>The letters of a case with the names its item gives to the parties.</summary>
internal sealed class Correspondence(CaseMessages messages, WorkflowCatalog catalog)
{
    public CaseMessages Messages => messages;

    public async Task<ImmutableArray<Letter>> OfAsync(CaseFile file, CancellationToken stop)
    {
        var names = new ItemNames(file.Workflow.Facts.Item is { } id ? catalog.Find(id) : null);
        return [.. (await messages.OfAsync(file.State.Case, stop)).Select(one => new Letter(one.By is null ? null : names.Party(one.Party!.Value), one.At, one.ReadAt is not null, one.Text))];
    }
}
