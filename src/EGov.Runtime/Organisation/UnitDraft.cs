using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Runtime.People;

namespace EGov.Runtime.Organisation;

/// <summary>The district as the lines of a file would leave it, and what each line comes to.</summary>
internal sealed class UnitDraft(ImmutableArray<Unit> before)
{
    private readonly List<(Unit Unit, int Line)> _units = [.. before.Select(unit => (unit, 0))];
    private readonly List<ImportLine> _report = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public ImmutableArray<(Unit Unit, int Line)> Units => [.. _units];

    public ImmutableArray<ImportLine> Report => [.. _report];

    public bool IsWrong => _report.Any(line => line.Outcome == ImportOutcome.Wrong);

    /// <summary>Takes a line in.</summary>
    public void Take(int line, (string Code, string Value)? misshapen, Func<string, string?> cell)
    {
        if (misshapen is { } wrong)
        {
            _report.Add(Wrong(line, "", wrong.Code, wrong.Value));
            return;
        }

        var (id, role) = (cell("unit") ?? "", cell("role") ?? "");
        var isGone = cell("remove") is "1" or "yes" or "是";
        _report.Add(!_seen.Add($"{id}/{role}/{cell("seat")}") ? Wrong(line, id, "import-twice", role.Length > 0 ? role : id) : role.Length > 0 ? TakePost(line, id, role, isGone, cell) : TakeUnit(line, id, isGone, cell));
    }

    /// <summary>Puts a problem beside the line it is about; beside none, when the file says nothing of it.</summary>
    public void Blame(Problem problem)
    {
        var (about, value) = (problem.Arguments.FirstOrDefault() ?? "", problem.Arguments.LastOrDefault() ?? "");
        var at = _report.FindIndex(line => problem.Code.StartsWith("post-", StringComparison.Ordinal) && (line.Subject == about || line.Subject == value || line.Subject == about + "/" + value));
        if (at < 0) at = _report.FindIndex(line => line.Subject == about);
        if (at < 0) at = _report.FindIndex(line => problem.Line > 0 && line.Line == problem.Line);
        if (at < 0) _report.Add(Wrong(problem.Line, about, problem.Code, value));
        else _report[at] = _report[at] with { Outcome = ImportOutcome.Wrong, Problems = _report[at].Problems.Add((problem.Code, value)) };
    }

    private ImportLine TakeUnit(int line, string id, bool isGone, Func<string, string?> cell)
    {
        var at = Find(id);
        if (isGone && at < 0) return new(line, id, ImportOutcome.Same, [], []);
        if (isGone)
        {
            _units.RemoveAt(at);
            return new(line, id, ImportOutcome.Removed, [], []);
        }

        var was = at < 0 ? null : _units[at].Unit;
        var level = was?.Level ?? UnitLevel.District;
        if ((cell("level") ?? (was is null ? "" : null)) is { } written && (!Enum.TryParse(written, ignoreCase: true, out level) || !Enum.IsDefined(level) || int.TryParse(written, out _))) return Wrong(line, id, "unit-level-unknown", written);
        var closed = was?.ClosedOn;
        if (cell("closed_on") is { } day) closed = day.Length == 0 ? null : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : DateOnly.MinValue;
        if (closed == DateOnly.MinValue) return Wrong(line, id, "unit-day-unreadable", cell("closed_on")!);
        var unit = new Unit(id, level, cell("name") ?? was?.Name ?? "", cell("name_en") ?? was?.NameEn ?? "", Filled("block", was?.Block), Filled("line", was?.Line)) { ClosedOn = closed, Posts = was?.Posts ?? [] };
        if (at < 0) _units.Add((unit, line));
        else _units[at] = (unit, line);
        var changes = was?.ChangesTo(unit) ?? [];
        return new(line, id, was is null ? ImportOutcome.Added : changes.IsEmpty ? ImportOutcome.Same : ImportOutcome.Changed, changes, []);

        string? Filled(string column, string? kept) => cell(column) is { } text ? text.Length > 0 ? text : null : kept;
    }

    private ImportLine TakePost(int line, string id, string role, bool isGone, Func<string, string?> cell)
    {
        var at = Find(id);
        if (at < 0) return Wrong(line, id, "unit-unknown", id);
        var (unit, from) = _units[at];
        var was = unit.Posts.FirstOrDefault(post => cell("seat") is { Length: > 0 } named ? post.Seat.Value == named : post.Role == role);
        var seat = was?.Seat ?? (cell("seat") is { Length: > 0 } given ? new PartyId(given) : PartyId.At(new PartyId(role), id));
        string[] duty = cell("duty") is { } hours ? hours.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [.. (was?.Duty ?? []).Select(one => one.ToString())];
        if (duty.FirstOrDefault(one => DutyHours.Read(one) is null) is { } unreadable) return Wrong(line, seat.Value, "unit-duty-unreadable", unreadable);
        var post = new Post(role, seat, cell("name") ?? was?.Name ?? "", cell("name_en") ?? was?.NameEn ?? "", cell("grade") is { } grade ? UnitImport.NumberOf(grade) : was?.Grade ?? 0, [.. duty.Select(DutyHours.Read).OfType<DutyHours>()]);
        if (isGone && was is null) return new(line, seat.Value, ImportOutcome.Same, [], []);
        var posts = isGone ? unit.Posts.Remove(was!) : was is null ? unit.Posts.Add(post) : unit.Posts.Replace(was, post);
        _units[at] = (unit with { Posts = posts }, from);
        var changes = isGone ? [] : unit.ChangesTo(_units[at].Unit);
        return new(line, seat.Value, isGone ? ImportOutcome.Removed : was is null ? ImportOutcome.Added : changes.IsEmpty ? ImportOutcome.Same : ImportOutcome.Changed, changes, []);
    }

    private int Find(string id) => _units.FindIndex(one => one.Unit.Id == id);

    private static ImportLine Wrong(int line, string subject, string code, string value) => new(line, subject, ImportOutcome.Wrong, [], [(code, value)]);
}
