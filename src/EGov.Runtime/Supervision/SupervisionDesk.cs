using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Supervision;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Supervision;

/// <summary>The desk of supervision (监察): what is done about cards. Cards themselves come from rules and journals; nobody raises, changes or removes one.</summary>
/// <remarks>
/// The responsible unit answers; supervision upholds or lifts, once, issues orders and closes them. Nobody else has an act here: no administrator and no
/// leader can settle a card, and no act of anybody switches a rule or a case off.
/// </remarks>
public sealed class SupervisionDesk
{
    /// <summary>The longest answer, reason, order or reply, in UTF-16 units.</summary>
    public const int LongestText = 1_000;

    private const int MostDays = 365;

    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;
    private readonly TimeProvider _time;

    internal SupervisionDesk(Database database, WorkflowCatalog catalog, TimeProvider time) => (_database, _catalog, _time) = (database, catalog, time);

    /// <summary>The unit answers a card (申辩), as often as it has something to say before it is settled.</summary>
    /// <param name="by">An officer of the seat the card is for.</param>
    /// <param name="number">The card.</param>
    /// <param name="click">Made once per click, at most 100 characters.</param>
    /// <param name="text">His words.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<DeskAnswer> AnswerAsync(DeskPerson by, string number, string click, string? text, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var context = _database.NewContext();
        if (await CardAsync(context, number, stop) is not { } card) return DeskAnswer.Unknown;
        if (!IsOfUnit(by, card.Party)) return DeskAnswer.NotYours;
        if (!IsText(text)) return DeskAnswer.TextWrong;
        if (await IsSettledAsync(context, number, stop)) return DeskAnswer.SettledBefore;
        return await AddAsync(context, new CardActRow { Id = Click(by, click), Card = number, CaseId = card.CaseId, Act = nameof(CardAct.Answer), By = by.Actor.User.Value, At = _time.GetUtcNow(), Text = text!.Trim() }, DeskAnswer.Done, stop);
    }

    /// <summary>Supervision upholds (维持) or lifts (撤销) a card, once and for good, with a reason.</summary>
    public async Task<DeskAnswer> SettleAsync(DeskPerson by, string number, bool lift, string? reason, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var context = _database.NewContext();
        if (await CardAsync(context, number, stop) is not { } card) return DeskAnswer.Unknown;
        if (!by.Supervises) return DeskAnswer.NotYours;
        if (!IsText(reason)) return DeskAnswer.TextWrong;
        if (await IsSettledAsync(context, number, stop)) return DeskAnswer.SettledBefore;
        var (act, now) = (lift ? CardAct.Lift : CardAct.Uphold, _time.GetUtcNow());
        if (CardNotices.Settled(card, act, by.Actor.User.Value, now) is { } told) context.Add(told);
        return await AddAsync(context, new CardActRow { Id = "settle:" + number, Card = number, CaseId = card.CaseId, Act = act.ToString(), By = by.Actor.User.Value, At = now, Text = reason!.Trim() }, DeskAnswer.SettledBefore, stop);
    }

    /// <summary>Supervision issues an order (督办单) about a card, to the seat it is for unless another is named.</summary>
    /// <param name="by">Of supervision.</param>
    /// <param name="number">The card.</param>
    /// <param name="click">Made once per click, at most 100 characters.</param>
    /// <param name="party">The seat; null takes the card's.</param>
    /// <param name="content">督办内容.</param>
    /// <param name="dueOn">The last day for the reply, today to a year ahead.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<DeskAnswer> OrderAsync(DeskPerson by, string number, string click, PartyId? party, string? content, DateOnly dueOn, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var context = _database.NewContext();
        if (await CardAsync(context, number, stop) is not { } card) return DeskAnswer.Unknown;
        if (!by.Supervises) return DeskAnswer.NotYours;
        if (!IsText(content) || (party?.Value ?? card.Party) is not { Length: > 0 and <= 100 } to) return DeskAnswer.TextWrong;
        var (now, today) = (_time.GetUtcNow(), _catalog.Calendar.DayOf(_time.GetUtcNow()));
        if (dueOn < today || dueOn > today.AddDays(MostDays)) return DeskAnswer.DayWrong;
        var order = new SupervisionOrderRow { Id = Click(by, click), CaseId = card.CaseId, Card = number, Party = to, Content = content!.Trim(), IssuedBy = by.Actor.User.Value, IssuedAt = now, DueOn = dueOn };
        context.Add(CardNotices.Ordered(order));
        return await AddAsync(context, order, DeskAnswer.Done, stop);
    }

    /// <summary>The unit replies to an order, once.</summary>
    public async Task<DeskAnswer> ReplyAsync(DeskPerson by, string order, string? text, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var context = _database.NewContext();
        if (await context.SupervisionOrders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == order, stop) is not { } asked) return DeskAnswer.Unknown;
        if (!IsOfUnit(by, asked.Party)) return DeskAnswer.NotYours;
        if (!IsText(text)) return DeskAnswer.TextWrong;
        var (now, words, who) = ((DateTimeOffset?)_time.GetUtcNow(), text!.Trim(), by.Actor.User.Value);
        return await context.SupervisionOrders.Where(o => o.Id == order && o.RepliedAt == null && o.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Reply, words).SetProperty(o => o.RepliedBy, who).SetProperty(o => o.RepliedAt, now), stop) == 1 ? DeskAnswer.Done : DeskAnswer.SettledBefore;
    }

    /// <summary>Supervision closes an order (办结), replied to or not.</summary>
    public async Task<DeskAnswer> CloseOrderAsync(DeskPerson by, string order, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var context = _database.NewContext();
        if (!await context.SupervisionOrders.AnyAsync(o => o.Id == order, stop)) return DeskAnswer.Unknown;
        if (!by.Supervises) return DeskAnswer.NotYours;
        var (now, who) = ((DateTimeOffset?)_time.GetUtcNow(), by.Actor.User.Value);
        return await context.SupervisionOrders.Where(o => o.Id == order && o.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.ClosedBy, who).SetProperty(o => o.ClosedAt, now), stop) == 1 ? DeskAnswer.Done : DeskAnswer.SettledBefore;
    }

    /// <summary>Supervision writes a letter of advice (监察建议书) to a unit about a time of its work; the cards of that time are counted as they stand, lifted ones left out.</summary>
    /// <param name="by">Of supervision.</param>
    /// <param name="click">Made once per click, at most 100 characters; the letter's id is made of it.</param>
    /// <param name="letter">Unit, time, words and the last day for an answer; the rest is filled in here.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>What became of it, and the letter's id when it was done.</returns>
    public async Task<(DeskAnswer Answer, string? Id)> AdviseAsync(DeskPerson by, string click, AdviceDraft letter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(letter);
        if (!by.Supervises) return (DeskAnswer.NotYours, null);
        if (!ShowableText.Is(letter.Text ?? "", 4_000) || string.IsNullOrWhiteSpace(letter.Text) || letter.Party.Value is not { Length: > 0 and <= 100 }) return (DeskAnswer.TextWrong, null);
        var calendar = _catalog.Calendar;
        if (letter.To < letter.From || (letter.ReplyDueOn is { } due && due < calendar.DayOf(_time.GetUtcNow()))) return (DeskAnswer.DayWrong, null);
        await using var context = _database.NewContext();
        var (from, until, party) = (calendar.StartOf(letter.From), calendar.EndOf(letter.To), letter.Party.Value);
        var counts = await context.Cards.AsNoTracking().Where(c => c.Party == party && c.At >= from && c.At < until && !context.CardActs.Any(a => a.Card == c.Number && a.Act == "Lift"))
            .GroupBy(c => c.Severity).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var row = new AdviceLetterRow
        {
            Id = Click(by, click), Party = party, From = letter.From, To = letter.To, Text = letter.Text.Trim(), IssuedBy = by.Actor.User.Value, IssuedAt = _time.GetUtcNow(), ReplyDueOn = letter.ReplyDueOn,
            Yellow = counts.GetValueOrDefault(nameof(Severity.Yellow)), Red = counts.GetValueOrDefault(nameof(Severity.Red)), Orders = counts.GetValueOrDefault(nameof(Severity.Order)),
        };
        return (await AddAsync(context, row, DeskAnswer.Done, stop), row.Id);
    }

    private static Task<CardRow?> CardAsync(EGovDbContext context, string number, CancellationToken stop) => context.Cards.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, stop);

    private static Task<bool> IsSettledAsync(EGovDbContext context, string number, CancellationToken stop) => context.CardActs.AnyAsync(a => a.Id == "settle:" + number, stop);

    /// <summary>True for officers of the seat, and for those of any role in the same unit when the seat depends on a place.</summary>
    private static bool IsOfUnit(DeskPerson by, string? party) => party is { Length: > 0 } && by.Actor.Kind == ActorKind.Officer && by.Actor.Is(new(party));

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && ShowableText.Is(text, LongestText);

    private static string Click(DeskPerson by, string click) => TextHash.Commit($"{by.Actor.User}/{click}").Value[..32];

    /// <summary>Adds a row; when its key is taken, somebody or the same click was faster.</summary>
    private static async Task<DeskAnswer> AddAsync(EGovDbContext context, object row, DeskAnswer whenThere, CancellationToken stop)
    {
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(stop);
            return DeskAnswer.Done;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            return whenThere;
        }
    }
}

/// <summary>A letter of advice (监察建议书) to be written.</summary>
/// <param name="Party">The seat it goes to.</param>
/// <param name="From">First day of the time it looks at.</param>
/// <param name="To">Last day of it, inclusive.</param>
/// <param name="Text">What is advised, at most 4,000 UTF-16 units.</param>
/// <param name="ReplyDueOn">The last day for an answer; null asks for none.</param>
public sealed record AdviceDraft(PartyId Party, DateOnly From, DateOnly To, string? Text, DateOnly? ReplyDueOn);
