namespace EGov.Engine.Cases.Decisions;

/// <summary>A document is put on file by the applicant or an officer of the item; the journal keeps its hash.</summary>
internal static class FileDocumentDecision
{
    public static Decision Decide(Story story, FileDocument command)
    {
        if (!command.By.Is(PartyId.Applicant) && !story.State.SeatsOf(story.Workflow.Facts).Any(command.By.Is))
            return story.Reject(RejectionCode.PartyMissing, PartyId.Applicant);
        if (command.Material.Length is 0 or > 100 || command.Material.Any(char.IsControl)) return story.Reject(RejectionCode.TextNotAllowed, "material");
        if (command.Content.Value.Length != 64) return story.Reject(RejectionCode.TextNotAllowed, "content");

        return story.Then(new DocumentFiled(command.Material, command.Content, command.By.User)).Accept();
    }
}
