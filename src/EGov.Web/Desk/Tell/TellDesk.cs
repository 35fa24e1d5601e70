using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Notices;
using EGov.Runtime.People;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Desk.Tell;

/// <summary>Judges whether a case may be brought to an officer: only one who may read it himself, and not oneself.</summary>
internal sealed class TellDesk(CaseFiles files, UserManager<Officer> officers)
{
    private const int LongestClick = 40;

    /// <summary>The case when this officer may read it, or null.</summary>
    public async Task<CaseFile?> OpenAsync(string number, CurrentActor reader, CancellationToken stop) =>
        await files.ReadAsync(new CaseId(number), stop) is { } file && ReadingRoom.MayRead(reader, file) ? file : null;

    /// <summary>Why it cannot be told, or null.</summary>
    public async Task<string?> WrongAsync(CaseFile file, CurrentActor by, TellForm form, bool needsText)
    {
        if ((form.Click?.Length ?? 0) is 0 or > LongestClick) return "request-malformed";
        if (needsText && string.IsNullOrWhiteSpace(form.Text)) return "tell-text-missing";
        if (!Texts.IsShowable(form.Text, NoticeBoard.LongestText)) return "tell-text-wrong";
        if (string.IsNullOrWhiteSpace(form.To) || await officers.FindByNameAsync(form.To.Trim()) is not { } to) return "tell-officer-unknown";
        if (to.UserName == by.Actor.User.Value) return "tell-yourself";
        return ReadingRoom.MayRead(CurrentActor.Of(to, await officers.GetRolesAsync(to)), file) ? null : "tell-not-readable";
    }
}
