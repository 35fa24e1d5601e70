using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Notices;
using EGov.Runtime.Outbox;
using EGov.Web.Desk.Unsettled;
using EGov.Web.Http;
using EGov.Web.Security;

namespace EGov.Web.Desk.Notices;

/// <summary>A notice in words.</summary>
/// <param name="Id">Which.</param>
/// <param name="Told">What it says.</param>
/// <param name="Text">What somebody wrote along with it, or null.</param>
/// <param name="At">Since when.</param>
/// <param name="Case">About which case.</param>
/// <param name="IsRead">True when it was read.</param>
public sealed record ToldNotice(string Id, string Told, string? Text, DateTimeOffset At, CaseId Case, bool IsRead);

/// <summary>Gives notices their words: ours for work that changes hands, the item's for what its process asks to be told.</summary>
internal sealed class NoticeWords(MessageWords messages, OfficerNames officers)
{
    public ImmutableArray<ToldNotice> Say(ImmutableArray<OfficerNotice> notices)
    {
        UserId[] people = [.. notices.Select(notice => notice.By).OfType<UserId>()];
        var names = people.Length == 0 ? [] : officers.Of(people);
        return
        [
            .. notices.Select(notice => new ToldNotice(
                notice.Id, Words.Find("notice-" + notice.Kind, CultureInfo.CurrentUICulture) is { } ours && notice.By is { } by
                    ? Words.Fill(ours, [names[by], notice.Case.Value])
                    : messages.Write(notice.DefinitionId, notice.Case, notice.Kind, notice.Arguments, CultureInfo.CurrentUICulture.Name),
                notice.Text, notice.At, notice.Case, notice.IsRead)),
        ];
    }

    /// <summary>Where a notice leads.</summary>
    public static string AddressOf(string id, CaseId about) =>
        id.StartsWith("card:", StringComparison.Ordinal) ? "/desk/cards/" + id.Split(':')[1] : id.StartsWith("order:", StringComparison.Ordinal) ? "/desk/orders/" + Uri.EscapeDataString(id[6..]) :
        id.StartsWith("message:", StringComparison.Ordinal) ? UnsettledEndpoint.Address : id.StartsWith("assigned:", StringComparison.Ordinal) ? "/desk/assignments" : id.StartsWith("replied:", StringComparison.Ordinal) ? "/lead" : "/cases/" + Uri.EscapeDataString(about.Value);
}
