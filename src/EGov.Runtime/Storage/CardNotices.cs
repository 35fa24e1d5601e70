using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Supervision;
using EGov.Runtime.Notices;
using EGov.Runtime.Supervision;

namespace EGov.Runtime.Storage;

/// <summary>What a unit is told of supervision: that a card was raised about it, what became of the card, and that an order has come. Officers and leaders of the unit find it at their bell.</summary>
internal static class CardNotices
{
    /// <summary>Cards raised just now; each is told once, whoever found it.</summary>
    public static void Raised(List<Statement> into, (CaseState State, WorkingCalendar Calendar) of, IEnumerable<Card> cards, DateTimeOffset now)
    {
        foreach (var card in cards)
            if (card.Party is { } party && Kind(card.Rule.Severity) is var kind)
                into.Add(Table<NoticeRow>.InsertOnce(Row("card:" + CardWriter.NumberOf(of.State, of.Calendar, card), party.Value, of.State.Case.Value, kind, UserId.System.Value, now)));
    }

    /// <summary>A card was settled; null when it is nobody's.</summary>
    public static NoticeRow? Settled(CardRow card, CardAct act, string by, DateTimeOffset now) =>
        card.Party is { Length: > 0 } party ? Row($"card:{card.Number}:settled", party, card.CaseId, act == CardAct.Lift ? NoticeKinds.CardLifted : NoticeKinds.CardUpheld, by, now) : null;

    /// <summary>An order of supervision has come.</summary>
    public static NoticeRow Ordered(SupervisionOrderRow order) => Row("order:" + order.Id, order.Party, order.CaseId, NoticeKinds.Ordered, order.IssuedBy, order.IssuedAt);

    private static string Kind(Severity severity) => severity switch { Severity.Yellow => NoticeKinds.YellowCard, Severity.Red => NoticeKinds.RedCard, _ => NoticeKinds.Ordered };

    private static NoticeRow Row(string id, string party, string caseId, string kind, string by, DateTimeOffset at) =>
        new() { Id = id, To = Tray.OfParty(party), CaseId = caseId, At = at, Kind = kind, Arguments = "{}", By = by };
}
