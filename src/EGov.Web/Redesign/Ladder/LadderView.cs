using System.Collections.Immutable;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;

namespace EGov.Web.Redesign.Ladder;

/// <summary>A rung as it is shown.</summary>
/// <param name="Rung">What the ladder says.</param>
/// <param name="Day">Where it stands along the limit, in working days used up: 0 is the start, the limit is the end of the due date, more is after it.</param>
/// <param name="When">When, in words.</param>
/// <param name="What">What is done, in words.</param>
/// <param name="Whom">For whom, in words.</param>
public sealed record ShownRung(Rung Rung, int Day, string When, string What, string Whom);

/// <summary>A clock and its ladder.</summary>
/// <param name="Key">Names it within the page.</param>
/// <param name="Title">The box, and the limit where the box starts several.</param>
/// <param name="LimitInWorkingDays">The limit; null where the case decides.</param>
/// <param name="Rungs">The rungs, from early to late; empty where the usual ladder applies.</param>
/// <param name="Problems">What is wrong with the text of a draft.</param>
public sealed record ShownLadder(string Key, string Title, int? LimitInWorkingDays, ImmutableArray<ShownRung> Rungs, ImmutableArray<string> Problems);

/// <summary>The ladders of one version.</summary>
/// <param name="Version">Which.</param>
/// <param name="Title">The item, or the caption.</param>
/// <param name="Ladders">Those that are drawn; null when the draft cannot be read.</param>
/// <param name="Usual">Clocks that follow the usual ladder.</param>
public sealed record LadderView(DefinitionVersion Version, string Title, ImmutableArray<ShownLadder>? Ladders, ImmutableArray<ShownLadder> Usual)
{
    internal static LadderView Of(DefinitionVersion version, string title, WorkflowDefinition? definition, LadderWords words, BoxNames boxes)
    {
        if (definition is null) return new(version, title, null, []);
        ShownLadder[] all = [.. DrawnLadder.Of(definition).Where(ladder => ladder.LimitInWorkingDays != 0).Select(ladder => words.Show(ladder, boxes))];
        return new(version, title, [.. all.Where(HasText)], [.. all.Where(ladder => !HasText(ladder))]);
    }

    private static bool HasText(ShownLadder ladder) => !ladder.Rungs.IsEmpty || !ladder.Problems.IsEmpty;
}

/// <summary>Ladders as people read them.</summary>
internal sealed class LadderWords(ItemNames names, Func<string, string> titleOf)
{
    public ShownLadder Show(DrawnLadder ladder, BoxNames boxes)
    {
        var (limit, reading) = (ladder.LimitInWorkingDays ?? 0, ladder.Reading);
        var clock = Words.Find("ladder-of-" + ladder.Input.Name, System.Globalization.CultureInfo.CurrentUICulture);
        return new(
            $"{ladder.Node.Id}-{ladder.Input.Name}", clock is null ? ladder.Node.TitleHere() : Words.Say("ladder-box-clock", ladder.Node.TitleHere(), clock), ladder.LimitInWorkingDays,
            [.. reading.Rungs.Select(rung => new ShownRung(rung, PlaceOf(rung, limit), WhenOf(rung), Words.Say("ladder-act-" + Words.Kebab(rung.Act)), WhomOf(rung)))],
            [.. reading.Problems.Select(boxes.SentenceOf)]);
    }

    /// <summary>Rungs before the due date stand at the start of their day, the others at its end.</summary>
    private static int PlaceOf(Rung rung, int limit) =>
        rung.DaysUsed(limit) ?? (rung.WorkingDaysFromDue < 0 ? Math.Max(0, limit + rung.WorkingDaysFromDue - 1) : limit + rung.WorkingDaysFromDue);

    private static string WhenOf(Rung rung) => rung switch
    {
        { PercentOfLimit: { } percent } => Words.Say("ladder-when-share", Figures.Of(percent)),
        { WorkingDaysFromDue: < 0 } => Words.Say("ladder-when-before", Figures.Of(-rung.WorkingDaysFromDue)),
        { WorkingDaysFromDue: 0 } => Words.Say("ladder-when-due"),
        _ => Words.Say("ladder-when-after", Figures.Of(rung.WorkingDaysFromDue)),
    };

    private string WhomOf(Rung rung) => rung switch
    {
        { Act: RungAct.StartItem, Starts: { } started } => titleOf(started),
        { To: { } party } => names.Party(party),
        { Act: RungAct.TellSuperior or RungAct.HandOver } => Words.Say("ladder-whom-superior"),
        { Act: RungAct.HandToDelegate } => Words.Say("ladder-whom-delegate"),
        { Act: RungAct.TellSupervision } => Words.Say("ladder-whom-supervision"),
        _ => Words.Say("ladder-whom-holder"),
    };
}
