using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Organisation;

/// <summary>Who holds a post.</summary>
/// <param name="Seat">The post's seat.</param>
/// <param name="Officer">The account.</param>
/// <param name="Name">His name in Chinese.</param>
/// <param name="NameEn">His name in English.</param>
public sealed record PostHolder(PartyId Seat, UserId Officer, string Name, string NameEn);

/// <summary>Who and what needs a unit or a post: officers who hold it, cases that are filed there, work that lies there or will.</summary>
public sealed class UnitUse
{
    /// <summary>The most holders that are listed of a unit.</summary>
    public const int MostHolders = 200;

    private const string Held = "post-is-held";

    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;

    internal UnitUse(Database database, WorkflowCatalog catalog) => (_database, _catalog) = (database, catalog);

    /// <summary>Who holds these posts, by seat and account; at most <see cref="MostHolders"/>.</summary>
    public async Task<ImmutableArray<PostHolder>> HoldersAsync(IReadOnlyCollection<PartyId> seats, CancellationToken stop = default)
    {
        string[] asked = [.. seats.Select(seat => seat.Value)];
        await using var context = _database.NewContext();
        var found = await context.Users.AsNoTracking().Where(officer => asked.Any(seat => EF.Functions.Like("," + officer.Parties + ",", "%," + seat + ",%"))).OrderBy(officer => officer.UserName).Take(MostHolders).ToListAsync(stop);
        return [.. from seat in seats from officer in found where officer.PartyIds.Contains(seat) select new PostHolder(seat, new(officer.UserName!), officer.DisplayName, officer.DisplayNameEn)];
    }

    /// <summary>Why these posts cannot be taken away, each with its seat and the first thing in the way.</summary>
    /// <param name="posts">Their seats, with the units whose cases may yet come to them.</param>
    /// <param name="stop">When the caller has gone.</param>
    internal async Task<ImmutableArray<Problem>> OfPostsAsync(IReadOnlyCollection<(PartyId Seat, ImmutableArray<string> Places)> posts, CancellationToken stop)
    {
        if (posts.Count == 0) return [];
        PartyId[] seats = [.. posts.Select(post => post.Seat)];
        string[] asked = [.. seats.Select(seat => seat.Value)];
        var held = (await HoldersAsync(seats, stop)).DistinctBy(holder => holder.Seat).Select(holder => Wrong(Held, holder.Seat.Value, holder.Officer.Value));
        await using var context = _database.NewContext();
        var working = await context.WorkItems.AsNoTracking().Where(work => work.ClosedAt == null && asked.Contains(work.Party)).GroupBy(work => work.Party).Select(work => new { Seat = work.Key, Case = work.Min(one => one.CaseId) }).ToListAsync(stop);
        var awaited = (await AwaitedAsync(context, posts, stop)).ExceptBy(working.Select(work => work.Seat), one => one.Seat.Value).DistinctBy(one => one.Seat);
        return [.. held, .. working.Select(work => Wrong("post-has-work", work.Seat, work.Case!)), .. awaited.Select(one => Wrong("post-is-awaited", one.Seat.Value, one.Case))];
    }

    /// <summary>Seats of a unit where work is open, or to which cases that are open will yet come.</summary>
    internal async Task<ImmutableHashSet<PartyId>> BusyAsync(Unit unit, ImmutableArray<Unit> units, CancellationToken stop)
    {
        var places = Reorganisation.PlacesOf(unit, units);
        var problems = await OfPostsAsync([.. unit.Posts.Select(post => (post.Seat, places))], stop);
        return [.. problems.Where(problem => problem.Code != Held).Select(problem => new PartyId(problem.Arguments[0]))];
    }

    /// <summary>Why these units cannot be taken out: open cases that are filed there.</summary>
    internal async Task<ImmutableArray<Problem>> OfPlacesAsync(IReadOnlyCollection<string> units, CancellationToken stop)
    {
        if (units.Count == 0) return [];
        await using var context = _database.NewContext();
        return [.. (await FiledAsync(context, units, stop)).Select(one => Wrong("unit-has-cases", one.Key, one.Value))];
    }

    /// <summary>A seat of a place is awaited by cases filed there or in a part of it; a fixed body by every case of an item that names it.</summary>
    private async Task<List<(PartyId Seat, string Case)>> AwaitedAsync(EGovDbContext context, IReadOnlyCollection<(PartyId Seat, ImmutableArray<string> Places)> posts, CancellationToken stop)
    {
        var filed = await FiledAsync(context, [.. posts.Where(post => post.Seat.IsOfPlace).SelectMany(post => post.Places)], stop);
        var naming = (from post in posts where !post.Seat.IsOfPlace from item in _catalog.Items where _catalog.Published(item.Id.Value)?.Facts.Parties.Contains(post.Seat) ?? false select (post.Seat, Item: item.Id.Value)).ToList();
        string[] items = [.. naming.Select(one => one.Item)];
        var open = await context.Cases.AsNoTracking().Where(one => one.ClosedAt == null && items.Contains(one.DefinitionId)).GroupBy(one => one.DefinitionId).Select(one => new { Item = one.Key, Case = one.Min(it => it.CaseId) }).ToListAsync(stop);
        return
        [
            .. from post in posts where post.Seat.IsOfPlace from place in post.Places where filed.ContainsKey(place) select (post.Seat, filed[place]),
            .. from one in naming join opened in open on one.Item equals opened.Item select (one.Seat, opened.Case!),
        ];
    }

    private static async Task<Dictionary<string, string>> FiledAsync(EGovDbContext context, IReadOnlyCollection<string> units, CancellationToken stop) =>
        (await context.Cases.AsNoTracking().Where(one => one.ClosedAt == null && one.Place != null && units.Contains(one.Place)).GroupBy(one => one.Place!).Select(one => new { Place = one.Key, Case = one.Min(it => it.CaseId) }).ToListAsync(stop))
            .ToDictionary(one => one.Place, one => one.Case!, StringComparer.Ordinal);

    private static Problem Wrong(string code, string what, string by) => Problem.At(0, 0, null, code, what, by);
}
