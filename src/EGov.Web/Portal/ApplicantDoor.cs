using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime;
using EGov.Runtime.Cases;

namespace EGov.Web.Portal;

/// <summary>Opens cases to their applicants. Whether a number exists cannot be told from the answer, nor from how long it takes.</summary>
internal sealed class ApplicantDoor(CaseFiles files, CaseDesk desk, OfficeSecret secret)
{
    /// <summary>Where the applicant's orders go once the door is open.</summary>
    public CaseDesk Desk => desk;

    /// <summary>The case, or null when number and password do not belong together.</summary>
    public async Task<CaseFile?> OpenAsync(CaseId number, string password, CancellationToken stop)
    {
        // The password is judged before anything else is read, on what is read for a number that does not exist as well.
        var application = await files.ApplicationAsync(number, stop);
        return secret.Opens(number.Value, password, application?.QueryPasswordHash) && application is not null ? await files.ReadAsync(number, stop) : null;
    }

    /// <summary>The order that was handed in under this id before, or null.</summary>
    public async Task<CaseCommand?> RepeatedAsync(CaseId number, CommandId id, CancellationToken stop) =>
        (await files.HistoryAsync(number, stop)).FirstOrDefault(filed => filed.Id == id)?.Entry.Command;
}
