using System.Text.Json;
using EGov.Engine.Definitions;
using EGov.Engine.Definitions.Expressions;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Reading_an_expression
{
    private static readonly TestScope Scope = new("""{"v1":7,"amount":12000}""", """{"unit":"审批局"}""");

    [Theory]
    [InlineData("""{"typeName":"String","expression":{"type":"Literal","value":"受理"},"memoryReference":null}""", "\"受理\"")]
    [InlineData("""{"typeName":null,"expression":{"type":"Literal","value":"True"}}""", "\"True\"")]
    [InlineData("""{"type":"Literal","value":12.50}""", "12.5")]
    [InlineData("""{"type":"Literal","value":true}""", "true")]
    [InlineData("""{"type":"Literal","value":{"b":1,"a":[]}}""", """{"a":[],"b":1}""")]
    [InlineData("""{"type":"Literal"}""", "null")]
    [InlineData("""{"type":"Object","value":"[\"license\",\"\\u533A\"]"}""", """["license","区"]""")]
    [InlineData("""{"type":"Object","value":["a"]}""", """["a"]""")]
    [InlineData("""{"type":"Object","value":""}""", "null")]
    [InlineData("""{"type":"Variable","value":"v1"}""", "7")]
    [InlineData("""{"type":"Variable","value":"{\"id\":\"v1\",\"name\":\"Amount\"}"}""", "7")]
    [InlineData("""{"type":"Variable","value":{"id":"v1","name":"Amount"}}""", "7")]
    [InlineData("""{"type":"Input","value":"unit"}""", "\"审批局\"")]
    [InlineData("""{"type":"Input","value":"missing"}""", "null")]
    [InlineData("""{"type":"JavaScript","value":"getVariable('amount') > 10000"}""", "true")]
    [InlineData("""{"type":"JavaScript","value":"  "}""", "null")]
    [InlineData("""{"type":"JavaScript","value":null}""", "null")]
    [InlineData("""{"typeName":"String","expression":null}""", "null")]
    [InlineData("""{"typeName":"Object","memoryReference":{"id":"v1"}}""", "null")]
    [InlineData("null", "null")]
    public void what_studio_writes_is_understood(string json, string expected) =>
        Assert.Equal(expected, Read(json).Expression?.Evaluate(Scope).Value.ToJson());

    [Theory]
    [InlineData("""{"type":"CSharp","value":"1"}""", "0:0: expression-type-unsupported (CSharp)")]
    [InlineData("""{"typeName":"String","expression":{"type":"Liquid","value":"{{ x }}"}}""", "0:0: expression-type-unsupported (Liquid)")]
    [InlineData("""{"type":"javascript","value":"1"}""", "0:0: expression-type-unsupported (javascript)")]
    [InlineData("""{"type":"Object","value":"[1"}""", "0:0: expression-object-not-json")]
    [InlineData("""{"type":"Variable","value":""}""", "0:0: expression-variable-missing")]
    [InlineData("""{"type":"Variable","value":"{\"name\":\"Amount\"}"}""", "0:0: expression-variable-missing")]
    [InlineData("""{"type":"Input","value":null}""", "0:0: expression-input-missing")]
    [InlineData("""{"type":"JavaScript","value":5}""", "0:0: expression-malformed")]
    [InlineData("""{"type":"JavaScript","value":"true &&\n amount"}""", "2:2: expression-unknown-name (amount)")]
    [InlineData("""{"type":5,"value":"1"}""", "0:0: expression-malformed")]
    [InlineData("""{"expression":"x"}""", "0:0: expression-malformed")]
    [InlineData("""{"a":1}""", "0:0: expression-malformed")]
    [InlineData("""[1]""", "0:0: expression-malformed")]
    [InlineData("""{"type":"Literal","value":"\ud800"}""", "0:0: expression-malformed")]
    public void what_cannot_run_here_is_refused_by_name(string json, string expected)
    {
        var reading = Read(json);

        Assert.False(reading.Succeeded);
        Assert.Equal(expected, reading.Problems.Single().ToString());
    }

    [Fact]
    public void an_absent_property_is_an_empty_input() => Assert.Same(Expression.Empty, Expression.Read(default).Expression);

    [Fact]
    public void every_kind_lists_the_names_it_uses()
    {
        Assert.Equal<Mention>([new("v1", false, 0, 0)], Read("""{"type":"Variable","value":"v1"}""").Expression!.Variables);
        Assert.Equal<Mention>([new("unit", false, 0, 0)], Read("""{"type":"Input","value":"unit"}""").Expression!.Inputs);
        Assert.Equal<Mention>([new("amount", false, 1, 11)], Read("""{"type":"JavaScript","value":"variables.amount"}""").Expression!.Variables);
    }

    [Fact]
    public void a_variable_that_is_gone_fails_by_name() =>
        Assert.Equal("0:0: evaluation-unknown-variable (v2)", Read("""{"type":"Variable","value":"v2"}""").Expression!.Evaluate(Scope).Failure?.ToString());

    [Fact]
    public void the_same_expression_read_twice_is_equal()
    {
        const string json = """{"type":"JavaScript","value":"variables.amount > 1"}""";

        Assert.Equal(Read(json).Expression, Read(json).Expression);
    }

    private static ExpressionReading Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Expression.Read(document.RootElement);
    }
}
