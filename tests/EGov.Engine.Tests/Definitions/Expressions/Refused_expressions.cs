using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Tests.Definitions.Expressions;

public class Refused_expressions
{
    [Theory]
    [InlineData("", "1:1: expression-unexpected-end")]
    [InlineData("1 +", "1:4: expression-unexpected-end")]
    [InlineData("(1", "1:3: expression-unexpected-end")]
    [InlineData("1 2", "1:3: expression-unexpected (2)")]
    [InlineData("1 ;; 2", "1:4: expression-unexpected (;)")]
    [InlineData("a.'b'", "1:3: expression-unexpected (b)", "1:1: expression-unknown-name (a)")]
    [InlineData("1 + # 2", "1:5: expression-unexpected (#)")]
    [InlineData("1 + 😀", "1:5: expression-unexpected (😀)")]
    [InlineData("[1,,2]", "1:4: expression-unexpected (,)")]
    [InlineData("({ a })", "1:6: expression-unexpected (})")]
    [InlineData("/x/.test('x')", "1:1: expression-unexpected (/)")]
    [InlineData("`${1 2}`", "1:6: expression-unexpected (2)")]
    public void broken_grammar_is_refused_where_it_breaks(string script, string expected, string? before = null) =>
        Assert.Equal(before is null ? [expected] : [before, expected], Problems(script));

    [Theory]
    [InlineData("while (true) {}", "1:1: expression-not-allowed (while)")]
    [InlineData("new Date()", "1:1: expression-not-allowed (new)")]
    [InlineData("Date.now()", "1:1: expression-not-allowed (Date)")]
    [InlineData("1 + Math.random()", "1:5: expression-not-allowed (Math.random)")]
    [InlineData("function () {}", "1:1: expression-not-allowed (function)")]
    [InlineData("await 1", "1:1: expression-not-allowed (await)")]
    [InlineData("typeof 1", "1:1: expression-not-allowed (typeof)")]
    [InlineData("'a' in variables.x", "1:5: expression-not-allowed (in)")]
    [InlineData("variables.x = 1", "1:13: expression-not-allowed (=)")]
    [InlineData("variables.x += 1", "1:13: expression-not-allowed (+=)")]
    [InlineData("variables.x++", "1:12: expression-not-allowed (++)")]
    [InlineData("x => 1", "1:3: expression-not-allowed (=>)")]
    [InlineData("2 ** 3", "1:3: expression-not-allowed (**)")]
    [InlineData("6 & 3", "1:3: expression-not-allowed (&)")]
    [InlineData("[...variables.x]", "1:2: expression-not-allowed (...)")]
    [InlineData("({ __proto__: 1 })", "1:4: expression-not-allowed (__proto__)")]
    public void what_could_loop_change_or_vary_is_refused_by_name(string script, params string[] expected) =>
        Assert.Equal(expected, Problems(script));

    [Theory]
    [InlineData("amount > 1", "1:1: expression-unknown-name (amount)")]
    [InlineData("Math.PI", "1:1: expression-unknown-name (Math.PI)")]
    [InlineData("a + b", "1:1: expression-unknown-name (a)", "1:5: expression-unknown-name (b)")]
    [InlineData("getOutputFrom(getName(), 'Result')", "1:15: expression-name-expected (getOutputFrom)")]
    [InlineData("setVariable('x', 1)", "1:1: expression-unknown-function (setVariable)")]
    [InlineData("gettysburg()", "1:1: expression-unknown-function (gettysburg)")]
    [InlineData("'a'.replace(b, 'c')", "1:13: expression-unknown-name (b)", "1:5: expression-unknown-function (replace)")]
    [InlineData("Math.sin(1)", "1:1: expression-unknown-function (Math.sin)")]
    [InlineData("JSON.parse('1')", "1:1: expression-unknown-function (JSON.parse)")]
    [InlineData("'a'.includes()", "1:5: expression-argument-count (includes, 1, 1, 0)")]
    [InlineData("getVariable(input.x)", "1:13: expression-name-expected (getVariable)")]
    [InlineData("variables[input.x]", "1:11: expression-name-expected (variables)")]
    [InlineData("JSON.stringify(variables)", "1:16: expression-name-expected (variables)")]
    public void unknown_names_and_functions_are_each_reported(string script, params string[] expected) =>
        Assert.Equal(expected, Problems(script));

    [Theory]
    [InlineData("1 + 'abc", "1:5: expression-unterminated-string")]
    [InlineData("'a\nb'", "1:1: expression-unterminated-string")]
    [InlineData("'a\\", "1:1: expression-unterminated-string")]
    [InlineData("`a${1}b", "1:1: expression-unterminated-string")]
    [InlineData("1 /* b", "1:3: expression-unterminated-comment")]
    [InlineData(@"'a\1'", "1:3: expression-bad-escape")]
    [InlineData(@"'\u{110000}'", "1:2: expression-bad-escape")]
    [InlineData(@"'\xg0'", "1:2: expression-bad-escape")]
    [InlineData("1 + 010", "1:5: expression-bad-number (010)")]
    [InlineData("10n", "1:1: expression-bad-number (10n)")]
    [InlineData("1.2.3", "1:1: expression-bad-number (1.2.3)")]
    [InlineData("1 ?? 2 || 3", "1:8: expression-needs-parentheses (||)")]
    public void broken_words_are_refused_where_they_begin(string script, string expected) =>
        Assert.Equal([expected], Problems(script));

    [Theory]
    [InlineData("true &&\n  amount", "2:3: expression-unknown-name (amount)")]
    [InlineData("true &&\r\n\r\n amount", "3:2: expression-unknown-name (amount)")]
    [InlineData("'金额😀' + amount", "1:10: expression-unknown-name (amount)")]
    public void places_count_lines_and_utf16_columns(string script, string expected) =>
        Assert.Equal([expected], Problems(script));

    [Fact]
    public void variables_and_inputs_are_listed_with_their_places()
    {
        var parsed = JavaScript.Parse("variables.金额 > 1 &&\n getAmount() == getVariable('a b') || input.unit == getInput('x')");

        Assert.Equal<Mention>([new("金额", false, 1, 11), new("Amount", true, 2, 2), new("a b", false, 2, 29)], parsed.Variables);
        Assert.Equal<Mention>([new("unit", false, 2, 45), new("x", false, 2, 62)], parsed.Inputs);
    }

    [Fact]
    public void an_accessor_means_the_variable_in_either_spelling()
    {
        var mention = JavaScript.Parse("getAmount()").Variables.Single();

        Assert.True(mention.Means("Amount") && mention.Means("amount"));
        Assert.False(mention.Means("AMOUNT"));
    }

    private static IEnumerable<string> Problems(string script) => JavaScript.Parse(script).Problems.Select(problem => problem.ToString());
}
