using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.People;

namespace EGov.Runtime.Organisation;

/// <summary>撤并接收: a unit is closed and another takes its officers over, in one act.</summary>
/// <remarks>
/// An officer is given the other unit's post of the same role. The seat he leaves is kept by him as long as open work lies in its tray or cases filed there will
/// yet come to it: a case keeps the seats it was opened with, so somebody must go on holding them. Where nothing is open he leaves it at once.
/// Everything is judged before anything is written; the officers move first, so that an act broken off can be done again.
/// </remarks>
public sealed class UnitTakeover
{
    private readonly UnitRegister _units;
    private readonly UnitUse _use;
    private readonly Reorganisation _reorganisation;
    private readonly OfficerRegister _officers;

    internal UnitTakeover(UnitRegister units, UnitUse use, Reorganisation reorganisation, OfficerRegister officers) => (_units, _use, _reorganisation, _officers) = (units, use, reorganisation, officers);

    /// <summary>Closes a unit and moves its officers.</summary>
    /// <param name="closed">The unit as it is to be, with the day it is closed on.</param>
    /// <param name="heir">The id of the unit that takes its officers over.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="stop">When the caller has gone.</param>
    /// <returns>What is wrong; empty when it is so now. Refused when the other unit is not open on that day, lacks a post that is held here, or when open work would be left at a post nobody holds.</returns>
    public async Task<ImmutableArray<Problem>> CloseAsync(Unit closed, string heir, UserId by, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(closed);
        var units = await _units.AllAsync(stop);
        var (before, to) = (units.FirstOrDefault(unit => unit.Id == closed.Id), units.FirstOrDefault(unit => unit.Id == heir));
        if (before is null || closed.ClosedOn is not { } day || to is null || to.Id == closed.Id || !to.IsOpenOn(day)) return [Wrong("unit-takeover-unknown", closed, heir)];
        if (await _reorganisation.ProblemsAsync(units, [.. units.Select(unit => (unit.Id == closed.Id ? closed : unit, 0))], stop) is { IsEmpty: false } unsound) return unsound;

        var busy = await _use.BusyAsync(before, units, stop);
        var holders = await _use.HoldersAsync([.. before.Posts.Select(post => post.Seat)], stop);
        if (holders.Select(one => one.Officer).Distinct().Count() >= UnitUse.MostHolders) return [Wrong("unit-takeover-too-many", closed, heir)];
        var moves = before.Posts.ToDictionary(post => post.Seat, post => to.Posts.FirstOrDefault(other => other.Role == post.Role)?.Seat);
        ImmutableArray<Problem> problems =
        [
            .. from post in before.Posts where moves[post.Seat] is null && holders.Any(one => one.Seat == post.Seat) select Wrong("unit-takeover-no-post", closed, post.Called),
            .. from seat in busy where holders.All(one => one.Seat != seat) select Wrong("unit-takeover-orphans", closed, seat.Value),
        ];
        if (!problems.IsEmpty) return problems;

        var entries = ImmutableArray.CreateBuilder<OfficerEntry>();
        foreach (var officer in holders.Select(one => one.Officer).Distinct())
        {
            if (await _officers.ReadAsync(officer.Value) is not { } entry) continue;
            PartyId[] kept = [.. entry.Parties.Where(party => !moves.ContainsKey(party) || busy.Contains(party))];
            PartyId[] given = [.. entry.Parties.Where(moves.ContainsKey).Select(party => moves[party]!.Value)];
            entries.Add(entry with { Parties = [.. kept.Concat(given).Distinct()] });
            if (await _officers.ProblemsAsync(entries[^1]) is { IsEmpty: false }) return [Wrong("unit-takeover-officer", closed, officer.Value)];
        }

        foreach (var entry in entries)
            if (await _officers.ChangeAsync(entry, by) is { IsEmpty: false }) return [Wrong("unit-takeover-officer", closed, entry.UserName)];
        return await _reorganisation.KeepAsync(closed, by, stop);
    }

    private static Problem Wrong(string code, Unit closed, string about) => Problem.At(0, 0, null, code, closed.Id, about);
}
