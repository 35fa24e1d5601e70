using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Engine.Supervision;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Supervision;
using EGov.Web.Http;
using EGov.Web.Security;

namespace EGov.Web.Supervision.Cards;

/// <summary>Lays a card out: fields of GB/T 39046 table 11, its rule, the limit it is about, and what was said.</summary>
internal sealed class CardTeller(SupervisionBoard board, OfficeNames offices, CaseFiles files, WorkflowCatalog catalog, OfficerNames officers, TimeProvider time)
{
    public async Task<CardView> TellAsync(CardFile found, CancellationToken stop)
    {
        var (entry, names) = (found.Card, await offices.ReadAsync(stop));
        UserId?[] acting = [entry.Officer, .. found.Acts.Select(act => (UserId?)act.By), .. found.Orders.SelectMany(order => new[] { order.IssuedBy, order.RepliedBy })];
        var people = officers.Of(acting.OfType<UserId>().Distinct());
        var file = await files.ReadAsync(entry.Case, stop);
        var clock = file is null ? null : ClockOf(entry, file);
        return new(ShownCard.Of(entry, names, found.Rule), found.Rule, AboutOf(entry), entry.Officer is { } officer ? people[officer] : null, entry.Activity is { } activity ? file?.Workflow.Find(activity)?.TitleHere() ?? activity.Value : null)
        {
            Acts = [.. found.Acts.Select(act => new ShownCardAct(act.Act, people[act.By], act.At, act.Text))],
            Orders = [.. found.Orders.Select(order => Shown(order, names, people))],
            Days = file is null ? [] : clock is not null ? DueDate.Explain(clock, file.Workflow.Calendar) : DaysOf(entry, found.Rule, file.Workflow.Calendar),
            Clock = clock is not null ? NameOf(clock, file!) : found.Rule?.Title.Here() ?? "",
            Today = catalog.Calendar.DayOf(time.GetUtcNow()),
        };
    }

    /// <summary>The card of this number; null when there is none.</summary>
    public Task<CardFile?> FindAsync(string number, CancellationToken stop) => board.CardAsync(number, stop);

    public static ShownOrder Shown(SupervisionOrder order, NameBook names, IReadOnlyDictionary<UserId, string> people) =>
        new(order, names.Seat(order.Party.Value), people[order.IssuedBy], order.RepliedBy is { } by ? people[by] : null);

    /// <summary>The limit a card is about: the one it names, or that of the step whose work it is about.</summary>
    private static Clock? ClockOf(CardEntry card, CaseFile file)
    {
        var (kind, name) = Subject(card);
        return kind switch
        {
            "clock" => file.State.FindClock(new(name.Split('/')[0])),
            "work" when int.TryParse(name, CultureInfo.InvariantCulture, out var number) && file.State.WorkItems.FirstOrDefault(work => work.Number == number) is { } item =>
                file.State.Clocks.FirstOrDefault(clock => clock.Owner == item.Instance && clock.Due == card.Due),
            _ => null,
        };
    }

    /// <summary>Of rules that grant working days themselves: these days, counted back from the last one.</summary>
    private static ImmutableArray<ExplainedDay> DaysOf(CardEntry card, SupervisionRule? rule, WorkingCalendar calendar)
    {
        var granted = rule?.Trigger switch { FirstReviewLate it => it.WorkingDays, Untaken it => it.WorkingDays, Unhandled it => it.WorkingDays, ResultLate it => it.WorkingDays, _ => 0 };
        return granted > 0 && card.Due is { } due && calendar.TryAddWorkingDays(due, -granted, out var start) ? DueDate.Explain(start, granted, [], calendar) : [];
    }

    private static string NameOf(Clock clock, CaseFile file) =>
        Words.Find("clock-" + clock.Id.Value, CultureInfo.CurrentUICulture) ?? (clock.Owner is { } owner && file.State.Find(owner) is { } live ? file.Workflow.Nodes[live.Node].TitleHere() : Words.Say("sup-limit-of-step"));

    private static string AboutOf(CardEntry card)
    {
        var (kind, name) = Subject(card);
        return kind == "clock" ? Words.Say("sup-about-clock", Words.Find("clock-" + name.Split('/')[0], CultureInfo.CurrentUICulture) ?? name) : Words.Say("sup-about-" + kind, name);
    }

    private static (string Kind, string Name) Subject(CardEntry card) => card.Subject.Split(':', 2) is [var kind, var name] ? (kind, name) : (card.Subject, "");
}
