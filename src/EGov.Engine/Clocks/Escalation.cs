using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Cases;

namespace EGov.Engine.Clocks;

/// <summary>What people are told when a rung of a clock's ladder fires (督办).</summary>
public static class Escalation
{
    /// <summary>The notice for one rung: template <c>escalation-…</c> with the clock's name and its due date.</summary>
    public static NoticeAsked Notice(Clock clock, Rung rung, PartyId to)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(rung);
        var template = rung.Act switch
        {
            RungAct.Remind => "escalation-remind",
            RungAct.TellSuperior => "escalation-superior",
            RungAct.YellowCard => "escalation-yellow-card",
            RungAct.RedCard => "escalation-red-card",
            _ => "escalation-hand-over",
        };
        return new(to, template, About(clock));
    }

    /// <summary>The applicant is told of an extension (行政许可法 art. 42).</summary>
    public static NoticeAsked Extended(Clock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new(PartyId.Applicant, "clock-extended", About(clock));
    }

    private static ImmutableSortedDictionary<string, string> About(Clock clock) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("clock", clock.Id.Value)
            .Add("due", clock.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
}
