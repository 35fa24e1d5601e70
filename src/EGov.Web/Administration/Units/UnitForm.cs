using System.Globalization;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.Organisation;

namespace EGov.Web.Administration.Units;

/// <summary>What the form of a unit sends; a post whose role is empty is taken away.</summary>
public sealed record UnitForm(string Id, string Level, string Name, string NameEn, string Block, string Line, string ClosedOn, IReadOnlyList<PostForm> Posts)
{
    /// <summary>Why a unit is not closed yet: officers hold its posts.</summary>
    public const string Held = "unit-closed-holders";

    /// <summary>True when the unit is to be closed although officers hold its posts.</summary>
    public bool IsSure { get; init; }

    /// <summary>The unit that takes the officers over when this one is closed; empty when they stay.</summary>
    public string TakenOverBy { get; init; } = "";

    /// <summary>The form of a unit that is not there yet.</summary>
    public static UnitForm Empty { get; } = new("", nameof(UnitLevel.Community), "", "", "", "", "", []);

    /// <summary>The form as it shows a unit.</summary>
    public static UnitForm Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new(unit.Id, unit.Level.ToString(), unit.Name, unit.NameEn, unit.Block ?? "", unit.Line ?? "", unit.ClosedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", [.. unit.Posts.Select(PostForm.Of)]);
    }

    /// <summary>The form as it was sent.</summary>
    public static UnitForm Of(IFormCollection form, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        string Text(string name) => form[name].ToString().Trim();
        string At(string name, int place) => form[name] is var all && place < all.Count ? (all[place] ?? "").Trim() : "";
        return new(id ?? Text("id"), Text("level"), Text("name"), Text("nameEn"), Text("block"), Text("line"), Text("closedOn"),
            [.. Enumerable.Range(0, Math.Min(form["role"].Count, MostPosts)).Select(place => new PostForm(At("role", place), At("seat", place), At("postName", place), At("postNameEn", place), At("grade", place), At("duty", place)))])
        {
            IsSure = Text("sure") == "yes", TakenOverBy = Text("takenOverBy"),
        };
    }

    /// <summary>The most posts of a unit a form shows.</summary>
    public const int MostPosts = 30;

    /// <summary>The unit the form describes, or what cannot be read of it.</summary>
    public (Unit? Unit, Problem? Wrong) ToUnit()
    {
        DateOnly? closed = null;
        if (ClosedOn.Length > 0 && !DateOnly.TryParseExact(ClosedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (null, Wrong("unit-day-unreadable", ClosedOn));
        else if (ClosedOn.Length > 0) closed = DateOnly.ParseExact(ClosedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!Enum.TryParse<UnitLevel>(Level, out var level) || !Enum.IsDefined(level)) return (null, Wrong("unit-level-unknown", Level));
        PostForm[] posts = [.. Posts.Where(post => post.Role.Length > 0)];
        if (posts.SelectMany(post => post.Hours).FirstOrDefault(hours => DutyHours.Read(hours) is null) is { } unreadable) return (null, Wrong("unit-duty-unreadable", unreadable));
        return (new Unit(Id, level, Name, NameEn, Block.Length > 0 ? Block : null, Line.Length > 0 ? Line : null) { ClosedOn = closed, Posts = [.. posts.Select(post => post.ToPost(Id))] }, null);
    }

    private Problem Wrong(string code, string value) => Problem.At(0, 0, null, code, Id, value);

    /// <summary>The field a problem is about.</summary>
    public static string FieldOf(string code) => code switch
    {
        "unit-id-not-allowed" or "unit-id-taken" => "id",
        "unit-level-unknown" => "level",
        "unit-name-not-allowed" => "name",
        "unit-line-unknown" => "line",
        "unit-day-unreadable" or "unit-closed-above" or Held => "closedOn",
        "unit-duty-unreadable" => "posts",
        _ when code.StartsWith("unit-takeover-", StringComparison.Ordinal) => "takenOverBy",
        _ => code.StartsWith("post-", StringComparison.Ordinal) ? "posts" : "block",
    };
}

/// <summary>A post as the form shows it.</summary>
public sealed record PostForm(string Role, string Seat, string Name, string NameEn, string Grade, string Duty)
{
    /// <summary>A post that may be filled in.</summary>
    public static PostForm Empty { get; } = new("", "", "", "", "", "");

    /// <summary>Its duty rota, an entry each.</summary>
    internal string[] Hours => Duty.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The form as it shows a post.</summary>
    public static PostForm Of(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new(post.Role, post.Seat.Value, post.Name, post.NameEn, post.Grade.ToString(CultureInfo.InvariantCulture), string.Join("; ", post.Duty));
    }

    /// <summary>The post of a unit; a grade that is no number is out of bounds.</summary>
    public Post ToPost(string unit) => new(
        Role, Seat.Length > 0 ? new PartyId(Seat) : PartyId.At(new PartyId(Role), unit), Name, NameEn,
        Grade.Length == 0 ? 0 : int.TryParse(Grade, NumberStyles.None, CultureInfo.InvariantCulture, out var grade) ? grade : -1, [.. Hours.Select(DutyHours.Read).OfType<DutyHours>()]);
}
