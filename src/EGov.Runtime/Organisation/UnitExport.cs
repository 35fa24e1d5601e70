using System.Collections.Immutable;
using System.Globalization;
using EGov.Runtime.People;

namespace EGov.Runtime.Organisation;

/// <summary>Units and posts as the CSV file that <see cref="UnitImport"/> reads: brought in again as it is, it changes nothing.</summary>
public static class UnitExport
{
    /// <summary>The file: each unit, then its posts.</summary>
    public static string Write(ImmutableArray<Unit> units) => CsvText.Write([UnitImport.Columns[..^1], .. units.SelectMany(unit => unit.Posts.Select(post => LineOf(unit, post)).Prepend(LineOf(unit)))]);

    private static string[] LineOf(Unit unit) =>
        [unit.Id, "", unit.Level.ToString().ToLowerInvariant(), unit.Name, unit.NameEn, unit.Block ?? "", unit.Line ?? "", unit.ClosedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", "", "", ""];

    private static string[] LineOf(Unit unit, Post post) =>
        [unit.Id, post.Role, "", post.Name, post.NameEn, "", "", "", post.Seat.Value, post.Grade.ToString(CultureInfo.InvariantCulture), string.Join("; ", post.Duty)];
}
