using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Supervision;

namespace EGov.Runtime.Storage;

/// <summary>How cards are stored: once, whoever finds them first; and the order (督办单) that goes with the gravest.</summary>
internal static class CardWriter
{
    /// <summary>Who issues what a rule orders.</summary>
    public const string ByRule = "system";

    public static void Write(List<Statement> into, CaseState state, WorkingCalendar calendar, IEnumerable<Card> cards)
    {
        foreach (var card in cards)
        {
            var row = Row(state, calendar, card);
            into.Add(Table<CardRow>.InsertOnce(row));
            if (card.Rule.Severity == Severity.Order) into.Add(Table<SupervisionOrderRow>.InsertOnce(Order(row, card, calendar)));
        }
    }

    public static CardRow Row(CaseState state, WorkingCalendar calendar, Card card)
    {
        var subject = card.Subject.ToString();
        return new()
        {
            CaseId = state.Case.Value,
            Rule = card.Rule.Id,
            Subject = subject,
            RuleVersion = card.Rule.Version,
            Number = NumberOf(state.Case.Value, card.Rule.Id, subject, calendar.DayOf(card.At)),
            Severity = card.Rule.Severity.ToString(),
            At = card.At,
            Party = card.Party?.Value,
            Officer = card.Officer?.Value,
            Activity = card.Activity?.Value,
            Due = card.Due,
            DefinitionId = state.DefinitionId,
            DefinitionVersion = state.DefinitionVersion,
        };
    }

    /// <summary>The number (监察编号) of a card.</summary>
    public static string NumberOf(CaseState state, WorkingCalendar calendar, Card card) => NumberOf(state.Case.Value, card.Rule.Id, card.Subject.ToString(), calendar.DayOf(card.At));

    /// <summary>The card's number follows from what it is: whoever raises it, it is the same.</summary>
    private static string NumberOf(string caseId, string rule, string subject, DateOnly day) =>
        day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}\n{rule}\n{subject}")).AsSpan(0, 6));

    private static SupervisionOrderRow Order(CardRow row, Card card, WorkingCalendar calendar) => new()
    {
        Id = "card:" + row.Number,
        CaseId = row.CaseId,
        Card = row.Number,
        Party = row.Party ?? "",
        Content = card.Rule.Text.Chinese,
        IssuedBy = ByRule,
        IssuedAt = card.At,
        DueOn = calendar.TryAddWorkingDays(calendar.DayOf(card.At), card.Rule.ReplyInWorkingDays, out var due) ? due : calendar.DayOf(card.At),
    };
}
