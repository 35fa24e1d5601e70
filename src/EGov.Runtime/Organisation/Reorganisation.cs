using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.Administration;

namespace EGov.Runtime.Organisation;

/// <summary>机构调整: units and posts are added, changed, closed and removed. What remains must make one district, and what open cases or officers need cannot be removed; every change is a line in the log of acts.</summary>
public sealed class Reorganisation
{
    private readonly UnitRegister _register;
    private readonly UnitUse _use;
    private readonly AdministrativeActs _acts;

    internal Reorganisation(UnitRegister register, UnitUse use, AdministrativeActs acts) => (_register, _use, _acts) = (register, use, acts);

    /// <summary>Adds a unit, or keeps this one instead of the one with its id.</summary>
    /// <returns>What is wrong; empty when it is so now.</returns>
    public async Task<ImmutableArray<Problem>> KeepAsync(Unit unit, UserId by, CancellationToken stop = default)
    {
        var before = await _register.AllAsync(stop);
        return await DoAsync(before, before.Any(one => one.Id == unit.Id) ? [.. before.Select(one => one.Id == unit.Id ? unit : one)] : before.Add(unit), by, stop);
    }

    /// <summary>Takes a unit and its posts out.</summary>
    /// <returns>Why it cannot be; empty when it is gone.</returns>
    public async Task<ImmutableArray<Problem>> RemoveAsync(string id, UserId by, CancellationToken stop = default)
    {
        var before = await _register.AllAsync(stop);
        return await DoAsync(before, [.. before.Where(one => one.Id != id)], by, stop);
    }

    /// <summary>Why these units cannot be made of those; each with the line it was read from, 0 for a unit that no line is about.</summary>
    internal async Task<ImmutableArray<Problem>> ProblemsAsync(ImmutableArray<Unit> before, ImmutableArray<(Unit Unit, int Line)> after, CancellationToken stop)
    {
        var kept = after.Select(one => one.Unit.Id).ToHashSet(StringComparer.Ordinal);
        var seats = after.SelectMany(one => one.Unit.Posts).Select(post => post.Seat).ToHashSet();
        string[] gone = [.. before.Where(unit => !kept.Contains(unit.Id)).Select(unit => unit.Id)];
        ImmutableArray<Problem> needed = [
            .. gone.SelectMany(id => before.Where(part => part.Block == id && kept.Contains(part.Id)).Take(1).Select(part => Problem.At(0, 0, null, "unit-has-parts", id, part.Id))),
            .. await _use.OfPlacesAsync(gone, stop),
            .. await _use.OfPostsAsync([.. from unit in before from post in unit.Posts where !seats.Contains(post.Seat) select (post.Seat, PlacesOf(unit, before))], stop),
        ];
        return needed.IsEmpty ? [.. DistrictChecks.Of(after)] : needed;
    }

    /// <summary>Where cases are filed that may come to a unit: there, at its parts and, for an office of a street, all over the street.</summary>
    internal static ImmutableArray<string> PlacesOf(Unit unit, ImmutableArray<Unit> units)
    {
        var all = ImmutableArray.Create(units.FirstOrDefault(above => above.Id == unit.Block && above.Level == unit.Level && above.Level != UnitLevel.District)?.Id ?? unit.Id);
        for (var at = 0; at < all.Length; at++) all = all.AddRange(units.Where(part => part.Block == all[at] && !all.Contains(part.Id)).Select(part => part.Id));
        return all;
    }

    /// <summary>Makes these units of those, when nothing is wrong with them; only what differs is written.</summary>
    internal async Task<ImmutableArray<Problem>> DoAsync(ImmutableArray<Unit> before, ImmutableArray<Unit> after, UserId by, CancellationToken stop)
    {
        if (await ProblemsAsync(before, [.. after.Select(unit => (unit, 0))], stop) is { IsEmpty: false } wrong) return wrong;
        var known = before.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        ImmutableArray<(Unit Unit, ImmutableArray<string> Changes)> changed =
        [
            .. after.Select(unit => (unit, known.TryGetValue(unit.Id, out var was) ? was.ChangesTo(unit) : [.. unit.Posts.Select(post => "+" + post.Seat)])).Where(one => !known.ContainsKey(one.unit.Id) || !one.Item2.IsEmpty),
        ];
        ImmutableArray<string> gone = [.. known.Keys.Except(after.Select(unit => unit.Id))];
        if (changed.IsEmpty && gone.IsEmpty) return [];
        await _register.ChangeAsync([.. changed.Select(one => one.Unit)], gone, stop);
        foreach (var (unit, changes) in changed) await _acts.RecordAsync(by, known.ContainsKey(unit.Id) ? "unit-changed" : "unit-added", unit.Id, string.Join(' ', changes), stop);
        foreach (var id in gone) await _acts.RecordAsync(by, "unit-removed", id, "", stop);
        return [];
    }
}
