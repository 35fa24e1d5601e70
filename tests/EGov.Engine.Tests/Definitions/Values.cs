using System.Text.Json;
using EGov.Engine.Definitions;
using FsCheck;
using FsCheck.Fluent;

namespace EGov.Engine.Tests.Definitions;

public class Values
{
    private static readonly Gen<Value> Plain = Gen.OneOf(
        Gen.Elements(Value.Null, Value.True, Value.False),
        ArbMap.Default.GeneratorFor<double>().Select(number => Value.Of(double.IsFinite(number) ? number : 1)),
        Gen.Choose(-100, 100).Select(Value.Of),
        ArbMap.Default.GeneratorFor<string>().Select(Value.Of),
        Gen.Elements("区", "😀", "\ud83d", "\ude00\ud83d", "\u2028\u0000\"\\/").Select(Value.Of));

    private static readonly Arbitrary<Value> AnyValue = Nested(4).ToArbitrary();

    [Fact]
    public void canonical_json_reads_back_as_the_same_value() =>
        Prop.ForAll(AnyValue, value => Value.TryParseJson(value.ToJson(), out var read) && read.Equals(value) && read.ToJson() == value.ToJson())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void equal_values_have_equal_hashes_and_equal_json() =>
        Prop.ForAll(AnyValue, value => Value.TryParseJson(value.ToJson(), out var twin) && twin.GetHashCode() == value.GetHashCode())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void different_json_means_different_values() =>
        Prop.ForAll(AnyValue, AnyValue, (one, other) => one.Equals(other) == (one.ToJson() == other.ToJson()))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void the_serializer_of_the_base_library_writes_the_same_form() =>
        Prop.ForAll(AnyValue, value => JsonSerializer.Serialize(value) == value.ToJson() && JsonSerializer.Deserialize<Value>(value.ToJson())!.Equals(value))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Theory]
    [InlineData(""" { "b" : 1.0, "a" : [ 1e2 , -0 , 0.10 ], "B": null } """, """{"B":null,"a":[100,0,0.1],"b":1}""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("1e999", "null")]
    [InlineData("1E21", "1e+21")]
    [InlineData("\"\\u533a\\/\\u0001\"", "\"区/\\u0001\"")]
    [InlineData("{}", "{}")]
    public void json_becomes_canonical(string json, string canonical) =>
        Assert.Equal(canonical, Value.TryParseJson(json, out var value) ? value.ToJson() : "refused");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nul")]
    [InlineData("[1,]")]
    [InlineData("1 2")]
    [InlineData("// a\n1")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData(null)]
    public void what_is_not_json_is_refused(string? json) => Assert.False(Value.TryParseJson(json, out _));

    [Fact]
    public void sixty_four_levels_are_read_and_one_more_is_refused()
    {
        Assert.True(Value.TryParseJson(new string('[', 64) + new string(']', 64), out _));
        Assert.False(Value.TryParseJson(new string('[', 65) + new string(']', 65), out _));
        Assert.False(Value.TryParseJson(new string('[', 500_000), out _));

        using var deep = JsonDocument.Parse(new string('[', 100) + new string(']', 100), new JsonDocumentOptions { MaxDepth = 200 });
        Assert.False(Value.TryFromJson(deep.RootElement, out _));
    }

    [Fact]
    public void a_json_text_over_a_million_characters_is_refused()
    {
        Assert.True(Value.TryParseJson("1".PadRight(1_000_000), out _));
        Assert.False(Value.TryParseJson("1".PadRight(1_000_001), out _));
    }

    [Fact]
    public void a_damaged_text_is_read_or_refused_but_never_throws() =>
        Prop.ForAll(AnyValue, Gen.Choose(0, 200).ToArbitrary(), (value, place) =>
        {
            var json = value.ToJson();
            var at = place % (json.Length + 1);
            return Outcome(json.Remove(at, Math.Min(1, json.Length - at))) && Outcome(json.Insert(at, "\ud800")) && Outcome(json.Insert(at, @"\ud800"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void half_a_surrogate_pair_is_never_kept()
    {
        Assert.Equal("a\ufffdb", Value.Of("a\ud83db").AsText());
        Assert.Equal("\ufffd😀\ufffd", Value.Of("\ude00😀\ud83d").AsText());
    }

    [Fact]
    public void a_missing_text_is_null_and_minus_zero_is_zero()
    {
        Assert.Same(Value.Null, Value.Of(null));
        Assert.Equal("0", Value.Of(-0.0).ToJson());
        Assert.Equal(Value.Of(0), Value.Of(-0.0));
    }

    private static bool Outcome(string json) => Value.TryParseJson(json, out var value) == (value is not null);

    private static Gen<Value> Nested(int levels) => levels == 0 ? Plain : Gen.OneOf(
        Plain,
        from count in Gen.Choose(0, 4) from items in Nested(levels - 1).ArrayOf(count) select (Value)new Value.List([.. items]),
        from count in Gen.Choose(0, 4)
        from names in Gen.Elements("a", "B", "区", "\ud83d", "").ArrayOf(count)
        from values in Nested(levels - 1).ArrayOf(count)
        select (Value)new Value.Map(names.Zip(values, KeyValuePair.Create)));
}
