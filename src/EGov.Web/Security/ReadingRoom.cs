using EGov.Engine.Cases;
using EGov.Runtime.Cases;

namespace EGov.Web.Security;

/// <summary>Who may read a case: officers of its item's parties or of its work, auditors, administrators. The applicant comes through another door.</summary>
internal static class ReadingRoom
{
    public static bool MayRead(Actor reader, CaseFile file) =>
        reader.Parties.Any(party => Policies.ReadsAll(party) || file.Workflow.Facts.Parties.Contains(party))
        || file.State.WorkItems.Any(item => reader.Is(item.Party) || item.Holder == reader.User);
}
