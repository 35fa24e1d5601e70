using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Supervision;

namespace EGov.Runtime.Tests.Supervision;

/// <summary>Who may do what about a card, on every database.</summary>
public abstract class Doing_something_about_cards(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly DeskPerson Supervisor = new(Actor.Officer("su"), Supervises: true);
    private static readonly DeskPerson Unit = new(Actor.Officer("fang", [new PartyId("fire")]), Supervises: false);
    private static readonly DeskPerson Other = new(Actor.Officer("he", [new PartyId("health"), new PartyId("leader")]), Supervises: false);
    private static readonly DeskPerson Administrator = new(Actor.Officer("admin"), Supervises: false);

    private SupervisionDesk Desk => Host.Get<SupervisionDesk>();

    private SupervisionBoard Board => Host.Get<SupervisionBoard>();

    [ContractFact]
    public async Task the_unit_answers_and_supervision_settles_once()
    {
        var card = await RedCardAsync();
        Assert.Equal(DeskAnswer.NotYours, await Desk.AnswerAsync(Other, card, "c1", "不是我"));
        Assert.Equal(DeskAnswer.NotYours, await Desk.AnswerAsync(Supervisor, card, "c1", "替他答"));
        Assert.Equal(DeskAnswer.Done, await Desk.AnswerAsync(Unit, card, "c1", "系统停机两天"));
        Assert.Equal(DeskAnswer.Done, await Desk.AnswerAsync(Unit, card, "c1", "系统停机两天"));
        Assert.Equal(CardState.Answered, (await Board.CardAsync(card))!.Card.State);

        Assert.Equal(DeskAnswer.NotYours, await Desk.SettleAsync(Unit, card, lift: true, "撤"));
        Assert.Equal(DeskAnswer.NotYours, await Desk.SettleAsync(Administrator, card, lift: true, "撤"));
        Assert.Equal(DeskAnswer.TextWrong, await Desk.SettleAsync(Supervisor, card, lift: true, " "));
        Assert.Equal(DeskAnswer.Done, await Desk.SettleAsync(Supervisor, card, lift: true, "停机属实"));
        Assert.Equal(DeskAnswer.SettledBefore, await Desk.SettleAsync(Supervisor, card, lift: false, "改主意"));
        Assert.Equal(DeskAnswer.SettledBefore, await Desk.AnswerAsync(Unit, card, "c2", "再说一句"));

        var file = (await Board.CardAsync(card))!;
        Assert.Equal(CardState.Lifted, file.Card.State);
        Assert.Equal(["Answer fang 系统停机两天", "Lift su 停机属实"], file.Acts.Select(act => $"{act.Act} {act.By} {act.Text}"));
        Assert.Equal(("S02", 1), (file.Rule?.Id, file.Rule?.Version));
    }

    [ContractFact]
    public async Task an_order_is_issued_replied_to_and_closed()
    {
        var (card, due) = (await RedCardAsync(), new DateOnly(2026, 1, 23));
        Assert.Equal(DeskAnswer.NotYours, await Desk.OrderAsync(Unit, card, "o1", null, "限期办结", due));
        Assert.Equal(DeskAnswer.DayWrong, await Desk.OrderAsync(Supervisor, card, "o1", null, "限期办结", new(2026, 1, 2)));
        Assert.Equal(DeskAnswer.Done, await Desk.OrderAsync(Supervisor, card, "o1", null, "限期办结", due));
        Assert.Equal(DeskAnswer.Done, await Desk.OrderAsync(Supervisor, card, "o1", null, "限期办结", due));
        var order = Assert.Single(await Board.OrdersAsync(["fire"]));
        Assert.Equal(("fire", "限期办结", due, card), (order.Party.Value, order.Content, order.DueOn, order.Card));

        Assert.Equal(DeskAnswer.NotYours, await Desk.ReplyAsync(Other, order.Id, "知道了"));
        Assert.Equal(DeskAnswer.Done, await Desk.ReplyAsync(Unit, order.Id, "已办结"));
        Assert.Equal(DeskAnswer.SettledBefore, await Desk.ReplyAsync(Unit, order.Id, "又办结"));
        Assert.Equal(DeskAnswer.NotYours, await Desk.CloseOrderAsync(Unit, order.Id));
        Assert.Equal(DeskAnswer.Done, await Desk.CloseOrderAsync(Supervisor, order.Id));
        Assert.Empty(await Board.OrdersAsync());
        Assert.Equal("已办结", (await Board.OrderAsync(order.Id))!.Reply);
    }

    [ContractFact]
    public async Task the_gravest_rule_issues_its_order_by_itself()
    {
        await RedCardAsync();
        Time.Advance(TimeSpan.FromDays(30));
        await Host.Get<SupervisionSweep>().RunOnceAsync(CancellationToken.None);
        var order = Assert.Single(await Board.OrdersAsync());
        Assert.Equal(("system", new DateOnly(2026, 2, 13)), (order.IssuedBy.Value, order.DueOn));
    }

    [ContractFact]
    public async Task a_letter_of_advice_counts_the_cards_of_its_time()
    {
        var card = await RedCardAsync();
        var draft = new AdviceDraft(new("fire"), new(2026, 1, 1), new(2026, 1, 31), "请整改会签环节的签收制度。", new(2026, 2, 28));
        Assert.Equal(DeskAnswer.NotYours, (await Desk.AdviseAsync(Administrator, "a1", draft)).Answer);
        var (answer, id) = await Desk.AdviseAsync(Supervisor, "a1", draft);
        var letter = (await Board.LetterAsync(id!))!;
        Assert.Equal((DeskAnswer.Done, 1, 0), (answer, letter.Red, letter.Orders));

        await Desk.SettleAsync(Supervisor, card, lift: true, "停机属实");
        Assert.Equal(0, (await Board.LetterAsync((await Desk.AdviseAsync(Supervisor, "a2", draft)).Id!))!.Red);
        Assert.Equal(1, (await Board.LetterAsync(id!))!.Red);
        Assert.Equal(DeskAnswer.DayWrong, (await Desk.AdviseAsync(Supervisor, "a3", draft with { To = new(2025, 12, 31) })).Answer);
    }

    [ContractFact]
    public async Task the_board_counts_what_is_unsettled()
    {
        var card = await RedCardAsync();
        var before = await Board.CountsAsync();
        Assert.Equal((1, 1), (before.Open, before.Red.All));
        Assert.Equal(1, before.ByParty.Single(line => line.Key == "fire").Red);
        Assert.Equal(1, before.ByItem.Single().Red);
        Assert.Equal(1, before.ByPlace.Single(line => line.Key.Length == 0).Red);
        Assert.Equal(3, before.Zeroes.Untaken);
        Assert.Equal(1, before.ByMonth.Single(line => line.Month == new DateOnly(2026, 1, 1)).Red);
        await Desk.SettleAsync(Supervisor, card, lift: false, "属实");
        var after = await Board.CountsAsync();
        Assert.Equal((0, 1), (after.Red.All, after.ByMonth.Single(line => line.Month == new DateOnly(2026, 1, 1)).Red));
        Assert.Equal(before.Yellow.All, after.Yellow.All);
    }

    private async Task<string> RedCardAsync()
    {
        await Host.OpenAsync("A-1");
        await Host.DoneAsync("A-1", "window", "Accepted");
        Time.Advance(TimeSpan.FromDays(15));
        await Host.Get<SupervisionSweep>().RunOnceAsync(CancellationToken.None);
        return Assert.Single((await Board.CardsAsync(new() { Rule = "S02" })).Cards).Number;
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Doing_something_about_cards_on_Sqlite() : Doing_something_about_cards(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Doing_something_about_cards_on_Postgres() : Doing_something_about_cards(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Doing_something_about_cards_on_SqlServer() : Doing_something_about_cards(DatabaseProvider.SqlServer);
