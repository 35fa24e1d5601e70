using System.Text;
using EGov.Runtime.Organisation;
using EGov.TestKit.Clocks;
using EGov.TestKit.Items;

namespace EGov.Runtime.Tests.Organisation;

public sealed class Reading_a_district
{
    private const string Good =
        """
        { "units": [
          { "id": "city", "level": "district", "name": { "zh-CN": "区", "en": "District" } },
          { "id": "civil-affairs", "level": "district", "name": { "zh-CN": "民政", "en": "Civil Affairs" }, "block": "city" },
          { "id": "elm-street", "level": "street", "name": { "zh-CN": "街道", "en": "Street" }, "block": "city", "line": "civil-affairs", "posts": [{ "role": "head", "name": { "zh-CN": "主任", "en": "head" }, "duty": ["Mon-Fri 08:30-12:00"] }] },
          { "id": "elm-community", "level": "community", "name": { "zh-CN": "社区", "en": "Community" }, "block": "elm-street", "posts": [{ "role": "intake", "name": { "zh-CN": "窗口", "en": "window" } }] }
        ] }
        """;

    private static readonly DistrictReading Demonstration = DistrictFile.Read(File.ReadAllBytes(OfficeCalendar.PathOf("workflows/organisation/district.json")));

    [Fact]
    public void the_demonstration_district_is_of_the_size_of_Shangcheng()
    {
        Assert.Empty(Demonstration.Problems);
        var units = Demonstration.Units;
        var root = Assert.Single(units, unit => unit.Block is null);
        var streets = units.Where(unit => unit.Level == UnitLevel.Street && unit.Block == root.Id).ToArray();
        Assert.Equal((48, 6, 52), (units.Count(unit => unit.Level == UnitLevel.District && unit.Block == root.Id), streets.Length, units.Count(unit => unit.Level == UnitLevel.Community)));
        Assert.All(streets, street => Assert.InRange(units.Count(unit => unit.Level == UnitLevel.Street && unit.Block == street.Id), 6, 8));
    }

    [Fact]
    public void units_below_the_district_answer_to_a_body_and_to_their_block() =>
        Assert.All(Demonstration.Units.Where(unit => unit.Level != UnitLevel.District && unit.Block != "yunhe"), unit => Assert.True(unit is { Line: not null, Block: not null }, unit.Id));

    [Fact]
    public void every_party_of_every_item_is_a_post_of_the_district()
    {
        var posts = Demonstration.Units.SelectMany(unit => unit.Posts.Select(post => (Unit: unit, Post: post))).ToArray();
        var parties = ItemFolder.All.Where(folder => folder.Facts.TryGetProperty("parties", out _)).SelectMany(folder => folder.Facts.GetProperty("parties").EnumerateArray());
        Assert.All(parties, party =>
        {
            var (id, unit, role) = (party.GetProperty("id").GetString(), party.GetProperty("unit").GetString(), party.GetProperty("role").GetString());
            Assert.Contains(posts, one => one.Post.Role == role && (unit is "place" or "street" or "community" ? one.Post.Seat.IsOfPlace : one.Unit.Id == unit && one.Post.Seat.Value == id));
        });
    }

    [Theory]
    [InlineData("\"id\": \"civil-affairs\", ", "", 3, "unit-field-missing")]
    [InlineData("\"level\": \"street\"", "\"level\": \"alley\"", 4, "unit-level-unknown")]
    [InlineData("\"id\": \"elm-community\"", "\"id\": \"elm-street\"", 5, "unit-twice")]
    [InlineData("\"id\": \"elm-community\"", "\"id\": \"Elm Community\"", 5, "unit-id-not-allowed")]
    [InlineData("\"社区\"", "\"<b>社区</b>\"", 5, "unit-name-not-allowed")]
    [InlineData("\"block\": \"elm-street\"", "\"block\": \"oak-street\"", 5, "unit-block-unknown")]
    [InlineData("\"block\": \"city\", \"line\"", "\"block\": \"elm-community\", \"line\"", 4, "unit-block-below")]
    [InlineData("\"en\": \"District\" }", "\"en\": \"District\" }, \"block\": \"civil-affairs\"", 2, "unit-in-a-circle")]
    [InlineData("\"Civil Affairs\" }, \"block\": \"city\"", "\"Civil Affairs\" }", 3, "unit-second-root")]
    [InlineData("\"line\": \"civil-affairs\"", "\"line\": \"elm-community\"", 4, "unit-line-unknown")]
    [InlineData("\"role\": \"intake\"", "\"role\": \"in take\"", 5, "post-not-allowed")]
    [InlineData("\"role\": \"intake\"", "\"role\": \"intake\", \"party\": \"head@elm-street\"", 5, "post-twice")]
    [InlineData("Mon-Fri 08:30-12:00", "Fri-Mon 08:30-12:00", 4, "unit-duty-unreadable")]
    [InlineData("\"id\": \"elm-community\",", "\"id\": \"elm-community\"", 5, "unit-not-json")]
    public void a_broken_file_is_refused_by_line_and_reason(string was, string becomes, int line, string code)
    {
        var text = Good.ReplaceLineEndings("\n").Replace(was, becomes, StringComparison.Ordinal);
        Assert.Contains((line, code), DistrictFile.Read(Encoding.UTF8.GetBytes(text)).Problems.Select(problem => (problem.Line, problem.Code)));
    }

    [Fact]
    public void a_good_file_gives_its_units_with_their_posts()
    {
        var reading = DistrictFile.Read(Encoding.UTF8.GetBytes(Good));
        Assert.Empty(reading.Problems);
        Assert.Equal(["head@elm-street", "intake@elm-community"], reading.Units.SelectMany(unit => unit.Posts).Select(post => post.Seat.Value));
        Assert.Equal("Mon-Fri 08:30-12:00", reading.Units[2].Posts[0].Duty[0].ToString());
    }
}
