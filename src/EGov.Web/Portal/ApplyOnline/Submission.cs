using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Documents;
using EGov.Runtime.Window;
using EGov.Web.Http;
using EGov.Web.Portal.Apply;
using EGov.Web.Portal.Follow;
using EGov.Web.Window.TakeIn;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>Hands an application in with its documents. Every order's id follows from the draft's one click, so a second click changes nothing and finds the same number.</summary>
internal sealed class Submission(Counter counter, CaseDesk desk, DocumentStore store, Intakes intakes)
{
    /// <summary>What bars it, each with the place where it is mended.</summary>
    public IReadOnlyList<(string Address, string Sentence)> Problems(DraftScope scope) =>
    [
        .. scope.Plan.AllProblems(counter.Today).Select(wrong => ($"{scope.AddressOf(wrong.Step.Number)}#{AnswerSheet.IdOf(wrong.Problem.Field)}", wrong.Problem.Sentence)),
        .. scope.AtWindow ? Checklist.Barriers(scope) : scope.Plan.Missing.Select(material => ($"{scope.AddressOf(scope.MaterialsStep)}#f-{material.Code}", Words.Say("materials-missing", material.Name))),
    ];

    /// <summary>Opens the case and puts its documents on file, for the applicant or for the window's officer; null when the office cannot take it now.</summary>
    public async Task<HandedIn?> HandInAsync(OpenDraft open, Actor? officer, CancellationToken stop)
    {
        var (receipt, password) = await counter.TakeInAsync(new CommandId("web/" + open.Draft.Click), open.Item, open.Plan.Request, officer, stop);
        if (receipt.Refusal is not null) return null;
        if (officer is not null) await intakes.RecordAsync(receipt.Case, IntakeOf(open.Draft, officer, receipt.At), stop);
        await store.KeepAsync(open.Draft.Documents.Select(document => new TextHash(document.Content)), until: null, stop);
        for (var at = 0; at < open.Draft.Documents.Length; at++)
        {
            var document = open.Draft.Documents[at];
            var id = new CommandId(string.Create(CultureInfo.InvariantCulture, $"{officer?.User.Value ?? "applicant"}/{receipt.Case}/{open.Draft.Click}-{at}"));
            await desk.HandInAsync(new CommandEnvelope(id, receipt.Case, new Orders.FileDocument(officer ?? ApplicantOrder.Applicant, document.Material, new TextHash(document.Content))), stop);
        }

        return new(receipt.Case.Value, password, receipt.At);
    }

    private static Intake IntakeOf(Draft draft, Actor officer, DateTimeOffset at)
    {
        var kind = draft["idType"]?.ToString() ?? "";
        return new(officer.User, at, draft.Intake!.Presence!, kind, kind == "resident-id", draft.Intake.Materials);
    }
}
