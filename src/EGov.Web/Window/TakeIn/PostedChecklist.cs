using EGov.Web.Portal.ApplyOnline;

namespace EGov.Web.Window.TakeIn;

/// <summary>The checklist as its form sends it: a state, files and removals by material.</summary>
internal static class PostedChecklist
{
    /// <summary>Takes everything that is in order into the draft and saves it.</summary>
    /// <returns>The draft afterwards, and what is wrong with which material.</returns>
    public static async Task<(OpenDraft Open, List<(string Material, string Sentence)> Problems)> TakeAsync(
        IFormCollection form, OpenDraft open, DraftDocuments documents, DraftDesk desk, CancellationToken stop)
    {
        var problems = new List<(string, string)>();
        var states = open.Draft.Intake!.Materials.ToBuilder();
        foreach (var material in open.Plan.Materials)
            if (form["state-" + material.Code].ToString() is { Length: > 0 } state && IntakeSheet.States.Contains(state) && (state != "deferred" || material.IsDeferrable)) states[material.Code] = state;
        open = open with { Draft = open.Draft with { Intake = open.Draft.Intake with { Materials = states.ToImmutable() } } };
        await desk.SaveAsync(open, stop);
        foreach (var file in form.Files.Where(file => file.Length > 0 && file.Name.StartsWith("file-", StringComparison.Ordinal)))
        {
            var material = file.Name["file-".Length..];
            (open, var problem) = await documents.AddAsync(open, material, file, stop);
            if (problem is not null) problems.Add((material, problem));
        }

        if (form["remove"].ToString().Split('/') is [var from, var content])
        {
            open = open with { Draft = open.Draft with { Documents = open.Draft.Documents.RemoveAll(one => one.Material == from && one.Content == content) } };
            await desk.SaveAsync(open, stop);
        }

        return (open, problems);
    }
}
