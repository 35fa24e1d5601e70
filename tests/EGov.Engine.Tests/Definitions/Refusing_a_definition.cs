using EGov.Engine.Definitions;

namespace EGov.Engine.Tests.Definitions;

/// <summary>What is wrong is told by line, column, box, code and arguments.</summary>
public class Refusing_a_definition
{
    [Theory]
    [InlineData("", "1:1: definition-malformed")]
    [InlineData("{\n  \"a\": 1,,\n}", "2:10: definition-malformed")]
    [InlineData("{}{}", "1:3: definition-malformed")]
    [InlineData("{\"中😀\":\"\\ud800\"}", "1:8: definition-malformed")]
    [InlineData("[]", "1:1: definition-malformed")]
    [InlineData("{\"definitionId\":\"d\"}", "1:1: root-missing")]
    [InlineData("{\"root\":{\"type\":\"Elsa.End\",\"id\":\"E\"}}", "1:1: definition-id-missing")]
    public void says_where_a_text_is_no_definition(string text, string problem) => Assert.Equal([problem], Inline.Read(text).Told());

    [Theory]
    [InlineData("\"type\":\"Elsa.StateMachine\",\"version\":1,\"id\":\"M\"", "1:28: root-unsupported (Elsa.StateMachine)")]
    [InlineData("\"type\":\"Elsa.HttpEndpoint\",\"version\":1,\"id\":\"H\"", "1:36: H: activity-unknown (Elsa.HttpEndpoint)")]
    [InlineData("\"type\":\"Elsa.End\",\"version\":7,\"id\":\"E\"", "1:57: E: activity-version-unknown (Elsa.End, 7)")]
    [InlineData("\"id\":\"E\"", "1:28: E: activity-type-missing")]
    [InlineData("\"type\":\"Elsa.End\",\"id\":\" \"", "1:52: activity-id-empty")]
    [InlineData("\"type\":\"Elsa.End\",\"id\":\"E\\u0007\"", "1:52: control-character (id)")]
    [InlineData("\"type\":\"Elsa.End\",\"id\":\"E\",\"metadata\":{\"displayText\":\"a\\nb\"}", "1:82: E: control-character (displayText)")]
    [InlineData("\"type\":\"Elsa.End\",\"id\":5", "1:52: member-wrong-type (id, text)")]
    [InlineData("\"type\":\"Elsa.End\",\"id\":\"E\",\"customProperties\":{\"mergeMode\":\"Race\"}", "1:88: E: merge-mode-unsupported (Race)")]
    [InlineData("\"type\":\"Elsa.End\",\"id\":\"E\",\"id\":\"E\"", "1:56: member-twice (id)")]
    [InlineData("\"type\":\"Elsa.If\",\"id\":\"I\",\"then\":7", "1:62: activity-malformed")]
    public void says_what_is_wrong_with_an_activity(string activity, string problem) => Assert.Contains(problem, Inline.Root(activity).Told());

    [Theory]
    [InlineData("\"activities\":[{\"type\":\"Elsa.End\",\"id\":\"F\"}]", "activity-id-twice (F)")]
    [InlineData("\"connections\":[{\"source\":\"X\",\"target\":\"Y\"}]", "connection-activity-unknown (source, X)")]
    [InlineData("\"connections\":[{}]", "connection-activity-unknown (target, )")]
    [InlineData("\"connections\":{}", "member-wrong-type (connections, list)")]
    [InlineData("\"start\":\"X\"", "start-unknown (X)")]
    [InlineData("\"variables\":[{\"name\":\"a\"},{\"id\":\"a\"}]", "variable-twice (a)")]
    [InlineData("\"variables\":[{}]", "variable-without-name")]
    [InlineData("\"variables\":[{\"name\":\"a\",\"typeName\":\"Boolean\",\"value\":\"maybe\"}]", "variable-value-invalid (a, Boolean)")]
    [InlineData("\"variables\":[{\"name\":\"a\",\"isArray\":true,\"value\":\"{}\"}]", "variable-value-invalid (a, Object)")]
    public void says_what_is_wrong_with_a_drawing(string members, string problem) =>
        Assert.Contains(Inline.Flowchart(members).Told(), told => told.EndsWith(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"customProperties\":{\"egov\":{\"item\":1}}", "member-wrong-type (item, text)")]
    [InlineData("\"customProperties\":{\"egov\":{\"statutoryLimitInWorkingDays\":\"20\"}}", "member-wrong-type (statutoryLimitInWorkingDays, whole-number)")]
    [InlineData("\"customProperties\":{\"egov\":{\"promisedLimitInWorkingDays\":1.5}}", "member-wrong-type (promisedLimitInWorkingDays, whole-number)")]
    [InlineData("\"customProperties\":{\"egov\":{\"parties\":[\"a\",null]}}", "member-wrong-type (parties, text)")]
    [InlineData("\"customProperties\":{\"egov\":{\"visits\":\"once\"}}", "member-wrong-type (visits, whole-number)")]
    [InlineData("\"customProperties\":{\"egov\":{\"materials\":\"form\"}}", "member-wrong-type (materials, list)")]
    [InlineData("\"customProperties\":{\"egov\":{\"materials\":[7]}}", "member-wrong-type (materials, text)")]
    [InlineData("\"customProperties\":{\"egov\":[]}", "member-wrong-type (egov, object)")]
    [InlineData("\"version\":0", "version-out-of-bounds (0)")]
    [InlineData("\"options\":{\"usableAsActivity\":\"yes\"}", "member-wrong-type (usableAsActivity, true-or-false)")]
    [InlineData("\"options\":{\"activationStrategyType\":\"My.SingletonStrategy, My\"}", "activation-strategy-unsupported (My.SingletonStrategy, My)")]
    [InlineData("\"inputs\":[{\"name\":\"a\"},{\"name\":\"a\"}]", "input-twice (a)")]
    [InlineData("\"outputs\":[{\"name\":\"\"}]", "argument-without-name")]
    public void says_what_is_wrong_around_the_drawing(string members, string problem) =>
        Assert.Contains(
            Inline.Read("{\"definitionId\":\"d\",\"root\":{\"type\":\"Elsa.End\",\"id\":\"E\"}," + members + "}").Told(),
            told => told.EndsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void says_where_in_the_file_a_script_is_wrong_and_where_in_the_script()
    {
        var reading = Inline.Read("""
            {"definitionId":"d",
             "root":{"type":"Elsa.WriteLine","id":"W",
               "text":{"expression":{"type":"JavaScript","value":"\"\u4e2d\"\n + eval(1)"}}}}
            """);

        // The script is "中", a line break, + eval(1): its line 2, column 4.
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((3, 70, "2:4"), (problem.Line, problem.Column, problem.Arguments[^1]));
    }

    [Fact]
    public void says_where_an_expression_of_a_foreign_language_stands() =>
        Assert.Equal(
            ["1:108: W: expression-type-unsupported (CSharp)"],
            Inline.Root("\"type\":\"Elsa.WriteLine\",\"id\":\"W\",\"text\":{\"expression\":{\"type\":\"CSharp\",\"value\":\"1\"}}").Told());

    [Fact]
    public void refuses_a_text_that_is_too_large() =>
        Assert.Equal(["0:0: definition-too-large (4000001, 4000000)"], Inline.Read(new string(' ', ElsaJson.LongestText + 1)).Told());

    [Fact]
    public void refuses_what_is_nested_too_deep()
    {
        static string Nested(int lists) => "{\"definitionId\":\"d\",\"x\":" + new string('[', lists) + new string(']', lists) + ",\"root\":{\"type\":\"Elsa.End\",\"id\":\"E\"}}";

        Assert.Empty(Inline.Read(Nested(63)).Problems);
        Assert.Equal([$"1:{Nested(64).IndexOf(']', StringComparison.Ordinal)}: definition-too-deep (64)"], Inline.Read(Nested(64)).Told());
    }

    [Fact]
    public void refuses_more_activities_and_connections_than_anybody_draws()
    {
        var boxes = string.Join(',', Enumerable.Range(1, ElsaJson.MostActivities).Select(n => $$"""{"type":"Elsa.Start","id":"{{n}}"}"""));
        var paths = string.Join(',', Enumerable.Repeat("{\"source\":\"1\",\"target\":\"1\"}", ElsaJson.MostConnections + 1));

        Assert.Contains(Inline.Flowchart($"\"activities\":[{boxes}]").Problems, problem => problem.Code == "too-many-activities");
        Assert.Contains(Inline.Flowchart($"\"activities\":[{{\"type\":\"Elsa.Start\",\"id\":\"1\"}}],\"connections\":[{paths}]").Problems, problem => problem.Code == "too-many-connections");
    }
}
