using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Batch;

/// <summary>批量签收, 批量办理: what was picked in a list is claimed at once, or finished with one choice after a page has asked which; then a page tells what went and what did not.</summary>
internal static class BatchEndpoint
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        var batch = desk.MapGroup("batch");
        batch.MapPost("claim", ClaimAsync);
        batch.MapPost("ask", AskAsync);
        batch.MapPost("complete", CompleteAsync);
    }

    private static async Task<Results<Onward, RazorComponentResult<BatchPage>>> ClaimAsync(
        CurrentActor officer, BatchDesk desk, PageFrame frame, HttpResponse response, [FromForm] BatchForm? form, CancellationToken stop)
    {
        var outcomes = await desk.GiveAsync(officer.Actor, form ?? new(), work => new ClaimWorkItem(officer.Actor, work.WorkItem), null, stop);
        return outcomes is [{ Refusal: null } only]
            ? BackForm.To(form?.Back, "claimed", "/desk", only.Work.Case.Value)
            : BatchPage.Of(response, frame, "claim", outcomes, form?.Back);
    }

    private static async Task<RazorComponentResult<AskPage>> AskAsync(CurrentActor officer, BatchDesk desk, PageFrame frame, HttpResponse response, [FromForm] BatchForm? form, CancellationToken stop)
    {
        var question = await desk.AskAsync(officer, PickedWork.Read(form?.Pick), stop);
        return AskPage.Of(response, frame, question, (form ?? new()) with { Click = Guid.NewGuid().ToString("N") }, question.Problem);
    }

    private static async Task<Results<RazorComponentResult<AskPage>, RazorComponentResult<BatchPage>>> CompleteAsync(
        CurrentActor officer, BatchDesk desk, PageFrame frame, HttpResponse response, [FromForm] BatchForm? form, CancellationToken stop)
    {
        var (sent, opinion) = (form ?? new(), string.IsNullOrWhiteSpace(form?.Opinion) ? null : form.Opinion);
        var question = await desk.AskAsync(officer, PickedWork.Read(sent.Pick), stop);
        var wrong = sent.Choice is not { Length: > 0 and <= 200 } ? "batch-choose" : !Texts.IsShowable(opinion, Limits.OpinionInCharacters) ? "batch-opinion-wrong" : null;
        if (wrong is not null) return AskPage.Of(response, frame, question, sent, wrong);
        var values = System.Collections.Immutable.ImmutableSortedDictionary<string, Value>.Empty;
        var outcomes = await desk.GiveAsync(officer.Actor, sent, work => new CompleteWorkItem(officer.Actor, work.WorkItem, sent.Choice!, Texts.Commit(opinion), values), opinion, stop);
        // Where nothing went, the form comes back with what was typed.
        return outcomes.All(outcome => outcome.Refusal is not null) && question.Problem is null
            ? AskPage.Of(response, frame, question, sent with { Click = Guid.NewGuid().ToString("N") }, null, outcomes)
            : BatchPage.Of(response, frame, "complete", outcomes, sent.Back);
    }
}
