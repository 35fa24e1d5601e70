using EGov.Engine.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Reading_inputs
{
    [Theory]
    [InlineData("{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"a\"},\"memoryReference\":null}", "\"a\"")]
    [InlineData("{\"typeName\":null,\"expression\":{\"type\":\"Object\",\"value\":\"[\\\"a\\\",\\\"b\\\"]\"}}", "[\"a\",\"b\"]")]
    [InlineData("{\"type\":\"Literal\",\"value\":true}", "true")]
    [InlineData("\"raw\"", "\"raw\"")]
    [InlineData("12", "12")]
    [InlineData("[\"a\"]", "[\"a\"]")]
    [InlineData("{\"a\":1}", "{\"a\":1}")]
    public void takes_wrapped_and_plain_constants(string written, string json) =>
        Assert.Equal(json, Payload(written)!.Constant!.ToJson());

    [Theory]
    [InlineData("{\"expression\":{\"type\":\"JavaScript\",\"value\":\"1 + 1\"}}", typeof(Expression.Script))]
    [InlineData("{\"expression\":{\"type\":\"Variable\",\"value\":\"{\\\"id\\\":\\\"v1\\\"}\"}}", typeof(Expression.Variable))]
    [InlineData("{\"expression\":{\"type\":\"Input\",\"value\":\"CaseId\"}}", typeof(Expression.InputReference))]
    public void takes_expressions_of_every_supported_kind(string written, Type kind) => Assert.IsType(kind, Payload(written));

    [Theory]
    [InlineData("null")]
    [InlineData("{\"typeName\":\"Object\"}")]
    [InlineData("{\"typeName\":\"Object\",\"expression\":null}")]
    [InlineData("{\"typeName\":\"Object\",\"expression\":{\"type\":\"Literal\"}}")]
    [InlineData("{\"typeName\":\"Object\",\"expression\":{\"type\":\"JavaScript\",\"value\":\"  \"}}")]
    public void leaves_out_an_input_that_was_never_set(string written) => Assert.Null(Payload(written));

    [Fact]
    public void leaves_out_a_box_that_was_cleared_so_that_the_default_holds() =>
        Assert.Empty(Inline.Node("\"type\":\"EGov.SendSms\",\"id\":\"S\",\"to\":{\"expression\":{\"type\":\"Literal\",\"value\":\"\"}}").Inputs);

    [Fact]
    public void keeps_an_empty_text_where_any_value_may_stand() =>
        Assert.Equal(Value.EmptyText, Inline.Node("\"type\":\"Elsa.SetVariable\",\"id\":\"S\",\"value\":{\"expression\":{\"type\":\"Literal\",\"value\":\"\"}}").Inputs["value"].Constant);

    [Fact]
    public void leaves_members_alone_that_are_no_inputs() =>
        Assert.Empty(Inline.Node("\"type\":\"Elsa.Start\",\"id\":\"S\",\"payload\":{\"expression\":{\"type\":\"CSharp\",\"value\":\"Evil()\"}}").Inputs);

    private static Expression? Payload(string written) =>
        Inline.Node($"\"type\":\"Elsa.PublishEvent\",\"id\":\"P\",\"payload\":{written}").Inputs.GetValueOrDefault("payload");
}
