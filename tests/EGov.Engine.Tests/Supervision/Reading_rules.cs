using System.Text.Json.Nodes;
using EGov.Engine.Supervision;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Supervision;

public sealed class Reading_rules
{
    private static readonly string Catalogue = File.ReadAllText(OfficeCalendar.PathOf("workflows/supervision/rules.json"));

    [Fact]
    public void the_catalogue_of_the_district_has_every_kind_of_rule_and_each_names_its_source()
    {
        var rules = RuleReading.Of(Catalogue).Rules;
        Assert.True(rules.Length >= 12);
        Assert.Equal(TriggerForms.All.Length, rules.Select(rule => rule.Trigger.GetType()).Distinct().Count());
        Assert.All(rules, rule => Assert.Matches("\\p{IsCJKUnifiedIdeographs}", rule.Basis + rule.Title.Chinese + rule.Text.Chinese));
        Assert.All(rules, rule => Assert.DoesNotMatch("\\p{IsCJKUnifiedIdeographs}", rule.Title.English + rule.Text.English));
        Assert.Equal(3, rules.Select(rule => rule.Severity).Distinct().Count());
    }

    [Theory]
    [InlineData("rules[0].severity", "\"purple\"", "rules-unknown-choice", "rules[0].severity")]
    [InlineData("rules[0].version", "0", "rules-bad-number", "rules[0].version")]
    [InlineData("rules[0].colour", "1", "rules-unknown-field", "rules[0].colour")]
    [InlineData("rules[0].trigger.kind", "\"mood\"", "rules-unknown-kind", "rules[0].trigger.kind")]
    [InlineData("rules[0].trigger.share", "1.5", "rules-bad-share", "rules[0].trigger.share")]
    [InlineData("rules[0].trigger.sharre", "0.9", "rules-unknown-field", "rules[0].trigger.sharre")]
    [InlineData("rules[2].id", "\"S01\"", "rules-named-twice", "rules[2].id")]
    [InlineData("rules[1].title.en", "\"\"", "rules-bad-text", "rules[1].title.en")]
    [InlineData("rules[1].title.de", "\"x\"", "rules-unknown-field", "rules[1].title.de")]
    [InlineData("rules[21].replyInWorkingDays", "61", "rules-bad-number", "rules[21].replyInWorkingDays")]
    [InlineData("rules[0].replyInWorkingDays", "3", "rules-unknown-field", "rules[0].replyInWorkingDays")]
    [InlineData("rules[6].trigger.results", "[1]", "rules-bad-list", "rules[6].trigger.results")]
    [InlineData("rules[5].trigger.milestone", "\"lunch\"", "rules-unknown-choice", "rules[5].trigger.milestone")]
    public void what_is_wrong_is_refused_at_its_place(string path, string json, string code, string place)
    {
        var reading = RuleReading.Of(With(path, json));
        Assert.Empty(reading.Rules);
        Assert.Contains(reading.Problems, problem => problem.Code == code && problem.Arguments[0] == place);
    }

    [Theory]
    [InlineData("", "rules-not-json")]
    [InlineData("[]", "rules-not-an-object")]
    [InlineData("{\"rules\":[]}", "rules-bad-list")]
    [InlineData("{\"rules\":[{}]}", "rules-field-missing")]
    [InlineData("{\"rules\":[1]}", "rules-not-an-object")]
    [InlineData("{\"rules\":[{\"id\":\"a\",\"id\":\"b\"}]}", "rules-not-json")]
    [InlineData("{\"rules\":[{\"id\":\"\\ud800\"}]}", "rules-field-missing")]
    public void what_is_no_catalogue_is_refused(string text, string code) => Assert.Contains(RuleReading.Of(text).Problems, problem => problem.Code == code);

    private static string With(string path, string json)
    {
        var root = JsonNode.Parse(Catalogue)!;
        var node = root;
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1]) node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
        node[steps[^1]] = JsonNode.Parse(json);
        return root.ToJsonString();
    }
}
