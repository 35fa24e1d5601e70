using EGov.Web.Http;
using EGov.Web.Portal.ApplyOnline;

namespace EGov.Web.Window.TakeIn;

/// <summary>What bars an intake. Missing material does not: the person is told once what to supply, and goes home with a receipt.</summary>
internal static class Checklist
{
    /// <summary>Materials nobody has looked for, and originals that were handed back unscanned: the back office works on scans.</summary>
    public static IEnumerable<(string Material, string Sentence)> Problems(DraftScope scope)
    {
        foreach (var material in scope.Plan.Materials)
        {
            var state = scope.Open.Draft.Intake!.Materials.GetValueOrDefault(material.Code);
            if (state is null) yield return (material.Code, Words.Say("window-state-unsaid", material.Name));
            else if (state == "original" && scope.Open.Draft.Documents.All(document => document.Material != material.Code)) yield return (material.Code, Words.Say("window-scan-missing", material.Name));
        }
    }

    /// <summary>Everything of the sheet that bars handing in, with the place where it is mended.</summary>
    public static IEnumerable<(string Address, string Sentence)> Barriers(DraftScope scope)
    {
        if (scope.Open.Draft.Intake!.Presence is null) yield return (scope.Base + "/identity#who", Words.Say("window-identity-who-missing"));
        foreach (var (material, sentence) in Problems(scope)) yield return ($"{scope.Base}/materials#f-{material}", sentence);
    }
}
