using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;

namespace EGov.Runtime.Organisation;

/// <summary>The three levels of the network (三级网络, M107).</summary>
public enum UnitLevel
{
    /// <summary>区, 部门: the district and its bodies.</summary>
    District,

    /// <summary>街道: a street and its offices.</summary>
    Street,

    /// <summary>社区.</summary>
    Community,
}

/// <summary>A unit (单位) of the district.</summary>
/// <param name="Id">Its id: lower-case letters, digits and hyphens, at most 60.</param>
/// <param name="Level">On which level it stands.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Block">块: the unit it is part of; null for the district itself.</param>
/// <param name="Line">条: the body of the district it answers to in its subject; null when none (M108).</param>
public sealed record Unit(string Id, UnitLevel Level, string Name, string NameEn, string? Block, string? Line)
{
    /// <summary>The posts (岗位) of the unit.</summary>
    public ImmutableArray<Post> Posts { get; init; } = [];

    /// <summary>撤并日: from this day on nothing new is filed here; null while it is not closed. What was filed before is finished by whoever holds the posts.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>True while cases can be filed here.</summary>
    public bool IsOpenOn(DateOnly day) => ClosedOn is not { } closed || day < closed;

    /// <summary>Codes of what another unit of the same id has different; the same order always.</summary>
    public ImmutableArray<string> ChangesTo(Unit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var changes = ImmutableArray.CreateBuilder<string>();
        if (Name != other.Name || NameEn != other.NameEn) changes.Add("name");
        if (Level != other.Level) changes.Add($"level {Level}>{other.Level}".ToLowerInvariant());
        if (Block != other.Block) changes.Add($"block {Block}>{other.Block}");
        if (Line != other.Line) changes.Add($"line {Line}>{other.Line}");
        if (ClosedOn != other.ClosedOn) changes.Add(string.Create(CultureInfo.InvariantCulture, $"closed {ClosedOn:yyyy-MM-dd}>{other.ClosedOn:yyyy-MM-dd}"));
        var before = Posts.ToDictionary(post => post.Seat);
        changes.AddRange(other.Posts.Where(post => !before.ContainsKey(post.Seat)).Select(post => "+" + post.Seat));
        changes.AddRange(Posts.Where(post => other.Posts.All(one => one.Seat != post.Seat)).Select(post => "-" + post.Seat));
        changes.AddRange(other.Posts.Where(post => before.TryGetValue(post.Seat, out var was) && !was.IsLike(post)).Select(post => "~" + post.Seat));
        return changes.ToImmutable();
    }

    /// <summary>The name in the reader's language.</summary>
    public string Called => In(Name, NameEn);

    internal static string In(string name, string english) => CultureInfo.CurrentUICulture.Name == "en" ? english : name;
}

/// <summary>A post (岗位) of a unit, held by any number of officers.</summary>
/// <param name="Role">What it does; items ask for a role.</param>
/// <param name="Seat">The party its officers belong to: of a body the party an item names, of a street or community <c>role@unit</c>.</param>
/// <param name="Name">Name in Chinese, without the unit's.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Grade">The grade its officers need, 0 when none.</param>
/// <param name="Duty">When somebody is there (值班); empty when no rota is kept.</param>
public sealed record Post(string Role, PartyId Seat, string Name, string NameEn, int Grade, ImmutableArray<DutyHours> Duty)
{
    /// <summary>The name in the reader's language.</summary>
    public string Called => Unit.In(Name, NameEn);

    /// <summary>True when nothing differs; rotas are compared by their hours.</summary>
    internal bool IsLike(Post other) => this with { Duty = other.Duty } == other && Duty.SequenceEqual(other.Duty);
}
