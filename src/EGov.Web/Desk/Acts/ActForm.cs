using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Web.Http;

namespace EGov.Web.Desk.Acts;

/// <summary>What the form of an act sends; each act reads its own part of it.</summary>
internal sealed record ActForm
{
    /// <summary>Made once per rendering of the form.</summary>
    public string? Click { get; init; }

    public int Work { get; init; }

    /// <summary>The choice to complete with, the activity to return to, the party to add or the clock to extend.</summary>
    public string? Option { get; init; }

    /// <summary>The officer who is to do it.</summary>
    public string? To { get; init; }

    /// <summary>The party that is to do it.</summary>
    public string? Party { get; init; }

    public int? Days { get; init; }

    public Remedy? Remedy { get; init; }

    /// <summary>The outcome to go on with.</summary>
    public string? Outcome { get; init; }

    public string? Text { get; init; }

    /// <summary>True on the page that asks about an act that cannot be taken back.</summary>
    public bool Sure { get; init; }

    /// <summary>The text that is committed to; null when nothing was written.</summary>
    public string? Said => string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();

    /// <summary>The order; null when the form does not say to whom, to which or how.</summary>
    public CaseCommand? ToOrder(Act act, Actor by)
    {
        var (why, option) = (Texts.Commit(Said), string.IsNullOrEmpty(Option) ? null : Option);
        return act switch
        {
            Act.Claim => new Orders.ClaimWorkItem(by, Work),
            Act.Release => new Orders.ReleaseWorkItem(by, Work),
            Act.Urge => new Orders.UrgeWorkItem(by, Work),
            Act.TakeBack => new Orders.TakeBack(by, Work, why),
            Act.RemoveSigner => new Orders.RemoveSigner(by, Work, why),
            Act.Withdraw => new Orders.WithdrawCase(by, why),
            Act.Complete when option is not null => new Orders.CompleteWorkItem(by, Work, option, why, ImmutableSortedDictionary<string, Value>.Empty),
            Act.Return when option is not null => new Orders.ReturnCase(by, Work, new ActivityId(option), why),
            Act.AddSigner when option is not null => new Orders.AddSigner(by, Work, new PartyId(option), why),
            Act.ExtendClock when option is not null && Days is { } days => new Orders.ExtendClock(by, new ClockId(option), days, why),
            Act.Transfer when Whom is not null || Where is not null => new Orders.TransferWorkItem(by, Work, Where, Whom, why),
            Act.Delegate when Whom is { } delegated => new Orders.DelegateWorkItem(by, Work, delegated, why),
            Act.ResolveIncident when Remedy is { } remedy => new Orders.ResolveIncident(by, Work, remedy, remedy == Orders.Remedy.Skip ? Outcome : null, why),
            _ => null,
        };
    }

    private UserId? Whom => string.IsNullOrEmpty(To) ? null : new UserId(To);

    private PartyId? Where => string.IsNullOrEmpty(Party) ? null : new PartyId(Party);
}
