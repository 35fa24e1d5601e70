using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Organisation;

/// <summary>The units and posts of the office (机构名录), as the database keeps them.</summary>
public sealed class UnitRegister
{
    private readonly Database _database;

    internal UnitRegister(Database database) => _database = database;

    /// <summary>Every unit with its posts, in the order of the list.</summary>
    public async Task<ImmutableArray<Unit>> AllAsync(CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var posts = (await context.Posts.AsNoTracking().OrderBy(post => post.Place).ToListAsync(stop)).ToLookup(post => post.UnitId, PostOf, StringComparer.Ordinal);
        var units = await context.Units.AsNoTracking().OrderBy(unit => unit.Place).ThenBy(unit => unit.Id).ToListAsync(stop);
        return [.. units.Select(row => new Unit(row.Id, Enum.Parse<UnitLevel>(row.Level), row.Name, row.NameEn, row.Block, row.Line) { Posts = [.. posts[row.Id]], ClosedOn = row.ClosedOn })];
    }

    /// <summary>Keeps these units with their posts instead of those there are, in one go or not at all.</summary>
    public async Task ReplaceAsync(ImmutableArray<Unit> units, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        await using var whole = await context.Database.BeginTransactionAsync(stop);
        await context.Posts.ExecuteDeleteAsync(stop);
        await context.Units.ExecuteDeleteAsync(stop);
        context.Units.AddRange(units.Select(RowOf));
        context.Posts.AddRange(units.SelectMany(unit => unit.Posts.Select((post, place) => RowOf(unit, post, place))));
        await context.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
    }

    /// <summary>Keeps these units instead of those of the same ids, takes others out, and leaves the rest; in one go or not at all. New ones come last.</summary>
    internal async Task ChangeAsync(ImmutableArray<Unit> kept, ImmutableArray<string> removed, CancellationToken stop = default)
    {
        string[] touched = [.. kept.Select(unit => unit.Id), .. removed];
        await using var context = _database.NewContext();
        await using var whole = await context.Database.BeginTransactionAsync(stop);
        var places = await context.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, unit => unit.Place, stop);
        var last = places.Values.DefaultIfEmpty(-1).Max();
        await context.Posts.Where(post => touched.Contains(post.UnitId)).ExecuteDeleteAsync(stop);
        await context.Units.Where(unit => touched.Contains(unit.Id)).ExecuteDeleteAsync(stop);
        context.Units.AddRange(kept.Select(unit => RowOf(unit, places.TryGetValue(unit.Id, out var place) ? place : ++last)));
        context.Posts.AddRange(kept.SelectMany(unit => unit.Posts.Select((post, place) => RowOf(unit, post, place))));
        await context.SaveChangesAsync(stop);
        await whole.CommitAsync(stop);
    }

    /// <summary>True when no unit is known yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return !await context.Units.AnyAsync(stop);
    }

    private static Post PostOf(PostRow row) => new(
        row.Role, new PartyId(row.Seat), row.Name, row.NameEn, row.Grade,
        [.. (row.Duty ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(DutyHours.Read).OfType<DutyHours>()]);

    private static UnitRow RowOf(Unit unit, int place) => new()
    {
        Id = unit.Id, Level = unit.Level.ToString(), Name = unit.Name, NameEn = unit.NameEn, Block = unit.Block, Line = unit.Line, ClosedOn = unit.ClosedOn, Place = place,
    };

    private static PostRow RowOf(Unit unit, Post post, int place) => new()
    {
        Seat = post.Seat.Value, UnitId = unit.Id, Role = post.Role, Name = post.Name, NameEn = post.NameEn, Grade = post.Grade,
        Duty = post.Duty.IsEmpty ? null : string.Join(';', post.Duty), Place = place,
    };
}
