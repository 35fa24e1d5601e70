using EGov.Runtime.Cases;

namespace EGov.Web.Security;

/// <summary>Who may read a case: officers of its item's parties or of its work, whoever may use their power, auditors, administrators. The applicant comes through another door.</summary>
internal static class ReadingRoom
{
    public static bool MayRead(CurrentActor reader, CaseFile file) =>
        reader.ReadsAll || file.State.SeatsOf(file.Workflow.Facts).Any(reader.Actor.Is)
        || file.State.SeatsOf(file.Workflow.Facts).Any(seat => reader.Lent(file).Any(actor => actor.Is(seat)))
        || file.State.WorkItems.Any(item => reader.Actor.Is(file.State.SeatOf(item.Party)) || item.Holder == reader.Actor.User);
}
