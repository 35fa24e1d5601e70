using System.Collections.Immutable;
using EGov.Engine.Clocks;
using EGov.Engine.Supervision;
using EGov.Runtime.Supervision;

namespace EGov.Web.Supervision.Cards;

/// <summary>What somebody said about a card.</summary>
/// <param name="Act">What he did.</param>
/// <param name="By">His name.</param>
/// <param name="At">When.</param>
/// <param name="Text">His words; empty once erased.</param>
public sealed record ShownCardAct(CardAct Act, string By, DateTimeOffset At, string Text);

/// <summary>An order (督办单) with names.</summary>
/// <param name="Order">The order.</param>
/// <param name="Body">To whom.</param>
/// <param name="By">Whose.</param>
/// <param name="RepliedBy">Who replied, or null.</param>
public sealed record ShownOrder(SupervisionOrder Order, string Body, string By, string? RepliedBy);

/// <summary>A card with everything about it, for whoever may see it.</summary>
/// <param name="Card">The card.</param>
/// <param name="Rule">Its rule in the version it was raised by; null when that is unknown here.</param>
/// <param name="About">What of the case it is about, in words.</param>
/// <param name="Officer">Who had the case in hand, or null.</param>
/// <param name="Step">At which step, or null.</param>
public sealed record CardView(ShownCard Card, SupervisionRule? Rule, string About, string? Officer, string? Step)
{
    /// <summary>What was said about it, in order.</summary>
    public ImmutableArray<ShownCardAct> Acts { get; init; } = [];

    /// <summary>Orders that came from it.</summary>
    public ImmutableArray<ShownOrder> Orders { get; init; } = [];

    /// <summary>The limit day by day; empty when the card is about no limit.</summary>
    public ImmutableArray<ExplainedDay> Days { get; init; } = [];

    /// <summary>What the limit is called.</summary>
    public string Clock { get; init; } = "";

    public required DateOnly Today { get; init; }

    public bool IsSettled => Card.Entry.State is CardState.Upheld or CardState.Lifted;
}
