using System.Globalization;
using EGov.Engine.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Readings_of_a_value
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\" true \"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("1", true)]
    [InlineData("\"False\"", false)]
    [InlineData("\"yes\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("0", false)]
    [InlineData("null", false)]
    [InlineData("[true]", false)]
    public void a_tick_is_read_however_it_was_written(string json, bool expected) => Assert.Equal(expected, Of(json).ToBoolean());

    [Theory]
    [InlineData("5", 5)]
    [InlineData("5.0", 5)]
    [InlineData("\" -5 \"", -5)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("\"2147483648\"", null)]
    [InlineData("5.5", null)]
    [InlineData("\"5.0\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    public void a_whole_number_is_read_or_refused(string json, int? expected) => Assert.Equal(expected, Of(json).ToInteger());

    [Theory]
    [InlineData("""["a","b"]""", "a|b")]
    [InlineData("""["a",null,1]""", "a|1")]
    [InlineData("""  "[\"a\",\"区\"]" """, "a|区")]
    [InlineData("\"a, b，c,,\"", "a|b|c")]
    [InlineData("\"[a, b\"", "[a|b")]
    [InlineData("\"\"", "")]
    [InlineData("5", "5")]
    [InlineData("null", "")]
    [InlineData("{}", "")]
    public void several_texts_are_read_from_a_list_or_a_text(string json, string expected) => Assert.Equal(expected, string.Join('|', Of(json).ToTexts()));

    [Theory]
    [InlineData("1.00:00:00", "1.00:00:00")]
    [InlineData("00:00:05", "00:00:05")]
    [InlineData("-00:01:00", "-00:01:00")]
    [InlineData("PT5S", "00:00:05")]
    [InlineData(" P1DT2H3M4.5S ", "1.02:03:04.5000000")]
    [InlineData("P2W", "14.00:00:00")]
    [InlineData("P1Y", null)]
    [InlineData("P1M", null)]
    [InlineData("P", null)]
    [InlineData("P1DT", null)]
    [InlineData("PT9999999S", null)]
    [InlineData("5", null)]
    [InlineData("25:61:00", null)]
    [InlineData("", null)]
    public void a_span_of_time_is_read_or_refused(string text, string? expected) =>
        Assert.Equal(expected, Value.Of(text).ToTimeSpan()?.ToString("c", CultureInfo.InvariantCulture));

    [Fact]
    public void a_bare_number_is_no_span_of_time() => Assert.Null(Value.Of(5).ToTimeSpan());

    private static Value Of(string json) => Value.TryParseJson(json, out var value) ? value : throw new ArgumentException(json);
}
