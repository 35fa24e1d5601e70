using EGov.Runtime.Supervision;
using EGov.Web.Http;
using EGov.Web.Security;

namespace EGov.Web.Supervision.Cards;

/// <summary>Hands in what people do about cards and orders, and says why it was not done.</summary>
internal sealed class CardVisit(SupervisionDesk desk)
{
    /// <summary>Upholds or lifts a card; the sentence of a refusal, or null.</summary>
    public async Task<string?> SettleAsync(CurrentActor by, string card, CardForm form, CancellationToken stop) =>
        form.How is not ("uphold" or "lift") ? "sup-wrong-how" : SentenceOf(await desk.SettleAsync(by.AtDesk, card, form.How == "lift", form.Text, stop));

    public async Task<string?> OrderAsync(CurrentActor by, string card, CardForm form, CancellationToken stop) =>
        !form.HasClick ? "request-malformed" : SentenceOf(await desk.OrderAsync(by.AtDesk, card, form.Click!, null, form.Text, form.Due, stop));

    public async Task<string?> AnswerAsync(CurrentActor by, string card, CardForm form, CancellationToken stop) =>
        !form.HasClick ? "request-malformed" : SentenceOf(await desk.AnswerAsync(by.AtDesk, card, form.Click!, form.Text, stop));

    public async Task<string?> ReplyAsync(CurrentActor by, string order, CardForm form, CancellationToken stop) => SentenceOf(await desk.ReplyAsync(by.AtDesk, order, form.Text, stop));

    public async Task<string?> CloseAsync(CurrentActor by, string order, CancellationToken stop) => SentenceOf(await desk.CloseOrderAsync(by.AtDesk, order, stop));

    /// <summary>The key of the sentence; null when it was done.</summary>
    public static string? SentenceOf(DeskAnswer answer) => answer == DeskAnswer.Done ? null : "sup-wrong-" + Words.Kebab(answer);
}
