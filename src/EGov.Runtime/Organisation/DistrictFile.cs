using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Definitions;

namespace EGov.Runtime.Organisation;

/// <summary>What reading a district gave: its units, and everything that is wrong, each with its line; units are good for use only when nothing is.</summary>
/// <param name="Units">The units in the order of the file.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record DistrictReading(ImmutableArray<Unit> Units, ImmutableArray<Problem> Problems);

/// <summary>Reads a district from <c>workflows/organisation/*.json</c>: an array <c>units</c> of objects, each told by the line it begins on when it is refused.</summary>
public static class DistrictFile
{
    private static readonly string[] Needed = ["id", "level", "name.zh-CN", "name.en"];

    /// <summary>Reads a file and checks that its units make one district.</summary>
    public static DistrictReading Read(ReadOnlySpan<byte> json)
    {
        var (units, problems) = (ImmutableArray.CreateBuilder<(Unit Unit, int Line)>(), ImmutableArray.CreateBuilder<Problem>());
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;
                var isUnits = reader.ValueTextEquals("units");
                reader.Read();
                if (!isUnits) reader.Skip();
                else while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) ReadUnit(ref reader, json, units, problems);
            }
        }
        catch (JsonException broken)
        {
            return new([], [Problem.At((int)(broken.LineNumber ?? 0) + 1, 0, null, "unit-not-json")]);
        }

        var known = units.ToImmutable();
        return new([.. known.Select(one => one.Unit)], [.. problems, .. DistrictChecks.Of(known)]);
    }

    private static void ReadUnit(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ImmutableArray<(Unit Unit, int Line)>.Builder units, ImmutableArray<Problem>.Builder problems)
    {
        var line = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
        var unit = JsonElement.ParseValue(ref reader);
        var missing = Needed.Where(name => Text(unit, name) is null).ToArray();
        foreach (var name in missing) problems.Add(Problem.At(line, 0, null, "unit-field-missing", name));
        if (missing.Length > 0) return;
        if (!Enum.TryParse<UnitLevel>(Text(unit, "level"), ignoreCase: true, out var level) || !Enum.IsDefined(level))
        {
            problems.Add(Problem.At(line, 0, null, "unit-level-unknown", Text(unit, "level")!));
            return;
        }

        var read = new Unit(Text(unit, "id")!, level, Text(unit, "name.zh-CN")!, Text(unit, "name.en")!, Text(unit, "block"), Text(unit, "line"));
        units.Add((read with { Posts = [.. Posts(unit, read, line, problems)] }, line));
    }

    private static IEnumerable<Post> Posts(JsonElement unit, Unit of, int line, ImmutableArray<Problem>.Builder problems)
    {
        if (!unit.TryGetProperty("posts", out var posts)) yield break;
        if (posts.ValueKind != JsonValueKind.Array) problems.Add(Problem.At(line, 0, null, "unit-field-missing", "posts"));
        else
            foreach (var post in posts.EnumerateArray())
            {
                if (Text(post, "role") is not { } role || Text(post, "name.zh-CN") is not { } name || Text(post, "name.en") is not { } english)
                {
                    problems.Add(Problem.At(line, 0, null, "unit-field-missing", "posts.role, posts.name"));
                    continue;
                }

                var hours = post.TryGetProperty("duty", out var duty) && duty.ValueKind == JsonValueKind.Array ? duty.EnumerateArray().Select(one => one.ToString()).ToArray() : [];
                foreach (var wrong in hours.Where(one => DutyHours.Read(one) is null)) problems.Add(Problem.At(line, 0, null, "unit-duty-unreadable", wrong));
                var seat = Text(post, "party") is { } party ? new PartyId(party) : PartyId.At(new PartyId(role), of.Id);
                var grade = post.TryGetProperty("grade", out var number) && number.TryGetInt32(out var least) ? least : 0;
                yield return new(role, seat, name, english, grade, [.. hours.Select(DutyHours.Read).OfType<DutyHours>()]);
            }
    }

    private static string? Text(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element)) return null;
        return element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;
    }
}
