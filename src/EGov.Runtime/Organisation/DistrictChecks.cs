using System.Collections.Immutable;
using System.Text.RegularExpressions;
using EGov.Engine;
using EGov.Engine.Definitions;

namespace EGov.Runtime.Organisation;

/// <summary>What makes units one district: every id once, one root, every unit part of one above it, every line a body of the district, every seat once.</summary>
public static partial class DistrictChecks
{
    private const int LongestName = 100;
    private const int LongestDuty = 500;
    private const int HighestGrade = 9;

    /// <summary>Everything that is wrong with the units, each by the line it was read from.</summary>
    public static IEnumerable<Problem> Of(ImmutableArray<(Unit Unit, int Line)> units)
    {
        var (byId, seats, root) = (new Dictionary<string, Unit>(StringComparer.Ordinal), new HashSet<PartyId>(), (Unit?)null);
        foreach (var (unit, line) in units)
            if (!byId.TryAdd(unit.Id, unit)) yield return At(line, "unit-twice", unit.Id);
        foreach (var (unit, line) in units)
        {
            if (!Id().IsMatch(unit.Id)) yield return At(line, "unit-id-not-allowed", unit.Id);
            if (!IsName(unit.Name) || !IsName(unit.NameEn)) yield return At(line, "unit-name-not-allowed", unit.Id);
            if (unit.Block is null && root is not null) yield return At(line, "unit-second-root", unit.Id, root.Id);
            if (unit.Block is null) root ??= unit;
            else if (!byId.TryGetValue(unit.Block, out var block)) yield return At(line, "unit-block-unknown", unit.Id, unit.Block);
            else if (block.Level > unit.Level) yield return At(line, "unit-block-below", unit.Id, unit.Block);
            else if (IsCircle(unit, byId)) yield return At(line, "unit-in-a-circle", unit.Id);
            if (unit.Block is not null && byId.TryGetValue(unit.Block, out var whole) && whole.ClosedOn is { } closed && unit.IsOpenOn(closed)) yield return At(line, "unit-closed-above", unit.Id, unit.Block);
            if (unit.Line is { } body && !(byId.TryGetValue(body, out var answers) && answers.Level == UnitLevel.District)) yield return At(line, "unit-line-unknown", unit.Id, body);
            foreach (var post in unit.Posts)
                if (!Role().IsMatch(post.Role) || !Seat().IsMatch(post.Seat.Value) || !IsName(post.Name) || !IsName(post.NameEn)) yield return At(line, "post-not-allowed", unit.Id, post.Role);
                else if (post.Grade is < 0 or > HighestGrade) yield return At(line, "post-grade", unit.Id, post.Role);
                else if (string.Join(';', post.Duty).Length > LongestDuty) yield return At(line, "post-duty-too-long", unit.Id, post.Role);
                else if (!seats.Add(post.Seat)) yield return At(line, "post-twice", unit.Id, post.Seat.Value);
        }

        if (root is null) yield return At(1, "unit-no-root");
    }

    private static bool IsCircle(Unit unit, Dictionary<string, Unit> byId)
    {
        var steps = 0;
        for (var above = unit; above?.Block is { } block; above = byId.GetValueOrDefault(block))
            if (++steps > byId.Count) return true;
        return false;
    }

    private static bool IsName(string text) => ShowableText.Is(text, LongestName) && text.Length > 0 && !text.Any(c => c is '<' or '>' or '\n' or '\r' or '\t');

    private static Problem At(int line, string code, params string[] arguments) => Problem.At(line, 0, null, code, arguments);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}\\z")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,29}\\z")]
    private static partial Regex Role();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,29}(@[a-z][a-z0-9-]{0,59})?\\z")]
    private static partial Regex Seat();
}
