using EGov.Engine.Definitions.Expressions;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions.Expressions;

public class Bounds_of_expressions
{
    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("!", "")]
    [InlineData("- ", "")]
    [InlineData("({a:", "})", 32)]
    [InlineData("`${", "}`")]
    [InlineData("String(", ")")]
    [InlineData("1 ? ", " : 0")]
    [InlineData("0 ? 1 : ", "")]
    public void sixty_four_levels_are_read_and_one_more_is_refused(string open, string close, int levels = 64)
    {
        Assert.Empty(JavaScript.Parse(Nested(open, close, levels)).Problems);
        Assert.Contains("expression-too-deep (64)", JavaScript.Parse(Nested(open, close, levels + 1)).Problems.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void the_bracket_too_many_is_named_by_its_column() =>
        Assert.Equal("1:65: expression-too-deep (64)", JavaScript.Parse(Nested("(", ")", 65)).Problems.Single().ToString());

    [Theory]
    [InlineData("(", 10_000)]
    [InlineData("(", 100_000)]
    [InlineData("[", 10_000)]
    [InlineData("{a:", 3_000)]
    [InlineData("`${", 3_000)]
    [InlineData("!", 10_000)]
    [InlineData("1+", 5_000)]
    [InlineData("1||", 3_000)]
    [InlineData("variables.a", 900)]
    [InlineData("a.", 5_000)]
    [InlineData("1?", 5_000)]
    [InlineData("1?1:", 2_500)]
    [InlineData("a[", 5_000)]
    [InlineData("''?.x", 2_000)]
    public void hostile_repetition_is_refused_without_harm(string part, int times) =>
        Assert.NotEmpty(JavaScript.Parse(Nested(part, "", times)).Problems);

    [Fact]
    public void a_chain_of_five_hundred_terms_is_fine_and_one_of_five_hundred_and_fourteen_is_not()
    {
        Assert.Equal("500", Result(string.Join(" + ", Enumerable.Repeat("1", 500))));
        Assert.Equal("1:2051: expression-too-deep (512)", Result(string.Join(" + ", Enumerable.Repeat("1", 514))));
    }

    [Fact]
    public void a_text_over_ten_thousand_characters_is_refused() =>
        Assert.Equal("1:10001: expression-too-long (10000)", Result(new string(' ', 10_000) + "1"));

    [Fact]
    public void texts_cannot_grow_past_a_million_characters()
    {
        var scope = new TestScope($$"""{"half":"{{new string('x', 500_000)}}"}""");

        Assert.Equal("1:16: evaluation-too-large (1000000)", Result("variables.half + variables.half", scope));
        Assert.Contains("evaluation-too-large", Result("`${variables.half}${variables.half}`", scope), StringComparison.Ordinal);
        Assert.Contains("evaluation-too-large", Result("[variables.half, variables.half]", scope), StringComparison.Ordinal);
        Assert.Contains("evaluation-too-large", Result("[1, 2, 3].join(variables.half + 1)", scope), StringComparison.Ordinal);
    }

    [Fact]
    public void a_search_that_would_take_seconds_is_refused()
    {
        var scope = new TestScope($$"""{"hay":"{{new string('x', 500_000)}}","needle":"{{new string('x', 400_000)}}y"}""");

        Assert.Contains("evaluation-too-costly", Result("variables.hay.includes(variables.needle)", scope), StringComparison.Ordinal);
    }

    [Fact]
    public void lists_cannot_be_nested_deeper_than_they_can_be_stored()
    {
        var scope = new TestScope($$"""{"deep":{{new string('[', 60)}}{{new string(']', 60)}}}""");

        Assert.StartsWith("[[[[", Result("[[[variables.deep]]]", scope), StringComparison.Ordinal);
        Assert.Equal("1:1: evaluation-too-deep (64)", Result("[[[[[variables.deep]]]]]", scope));
    }

    [Theory]
    [InlineData("variables.missing", "1:11: evaluation-unknown-variable (missing)")]
    [InlineData("getMissing()", "1:1: evaluation-unknown-variable (Missing)")]
    [InlineData("variables.none.name", "1:16: evaluation-member-of-null (name)")]
    [InlineData("variables.none[0]", "1:15: evaluation-member-of-null ([])")]
    [InlineData("(variables.none?.a).b", "1:21: evaluation-member-of-null (b)")]
    [InlineData("(5).trim()", "1:5: evaluation-not-a-function (trim)")]
    [InlineData("variables.amount * 'x'", "1:18: evaluation-not-a-number")]
    [InlineData("1 / 0", "1:3: evaluation-not-a-number")]
    [InlineData("[1, 0 / 0]", "1:1: evaluation-not-a-number")]
    public void what_has_no_value_says_why_and_where(string script, string expected) =>
        Assert.Equal(expected, Result(script, Facts_of_JavaScript.Scope));

    [Fact]
    public void a_refused_expression_evaluates_to_its_first_problem() =>
        Assert.Equal("1:1: expression-unknown-name (a)", Result("a + b"));

    private static string Nested(string open, string close, int times) =>
        string.Concat(Enumerable.Repeat(open, times)) + "1" + string.Concat(Enumerable.Repeat(close, times));

    private static string Result(string script, TestScope? scope = null) =>
        Facts_of_JavaScript.Printed(JavaScript.Parse(script).Evaluate(scope ?? TestScope.Empty));
}
