using System.Text.Json.Nodes;
using EGov.Engine.Cases;
using EGov.Engine.Lab;

namespace EGov.Engine.Tests.Scenarios;

public class Reading_a_scenario
{
    private const string Sound = """
        {
          "title": { "zh-CN": "受理", "en": "Accepted" }, "version": 1, "case": "CASE-1",
          "given": [ { "at": "2026-01-05T09:00:00+08:00", "by": "applicant", "do": "open", "inputs": { "kind": "new" } } ],
          "when": [ { "at": "2026-01-05T10:00:00+08:00", "by": "li.si@window+review", "grade": 6, "do": "complete", "activity": "Accept1", "choice": "Accepted", "reason": "ok" } ],
          "then": { "status": "Open", "clocks": { "promised": { "due": null, "is": "suspended" } }, "milestones": { "Accepted": "2026-01-05" } }
        }
        """;

    [Fact]
    public void gives_every_step_its_actor_and_its_words()
    {
        var step = Read(Sound)!.When[0];

        Assert.Equal((ScenarioAct.Complete, "Accept1", "Accepted", "ok"), (step.Do, step.Activity?.Value, step.Choice, step.Reason));
        Assert.Equal(("li.si", 6), (step.By.User.Value, step.By.Grade));
        Assert.Equal(["window", "review"], step.By.Parties.Select(party => party.Value));
    }

    [Fact]
    public void gives_what_is_expected()
    {
        var then = Read(Sound)!.Then;

        Assert.Equal(CaseStatus.Open, then.Status);
        Assert.Equal(new ExpectedClock(null, "suspended"), then.Clocks["promised"]);
        Assert.Equal(new DateOnly(2026, 1, 5), then.Milestones![Milestone.Accepted]);
        Assert.Null(then.Messages);
    }

    [Theory]
    [InlineData("when[0].chocie", "\"x\"", "scenario-unknown-field")]
    [InlineData("when[0].by", "\"li.si\"", "scenario-bad-actor")]
    [InlineData("when[0].do", "\"compleet\"", "scenario-unknown-word")]
    [InlineData("when[0].at", "\"2026-01-05\"", "scenario-bad-moment")]
    [InlineData("when[0].at", "\"2026-01-04T10:00:00+08:00\"", "scenario-time-goes-back")]
    [InlineData("when[0].choice", null, "scenario-field-missing")]
    [InlineData("when[0].grade", "\"six\"", "scenario-bad-number")]
    [InlineData("given", "[]", "scenario-does-not-open")]
    [InlineData("title.en", null, "scenario-field-missing")]
    [InlineData("title.en", "\"\"", "scenario-bad-text")]
    [InlineData("then.status", "\"open\"", "scenario-unknown-word")]
    [InlineData("then.refused", "\"7\"", "scenario-unknown-word")]
    [InlineData("then.openWork", "\"Accept1\"", "scenario-not-a-list")]
    [InlineData("then.clocks.promised.is", "\"late\"", "scenario-unknown-word")]
    [InlineData("then.clocks.promised.due", "\"5 January\"", "scenario-bad-day")]
    [InlineData("then.milestones.accepted", "\"2026-01-05\"", "scenario-unknown-word")]
    public void names_what_is_wrong(string path, string? value, string code)
    {
        var reading = Scenario.Read(Changed(path, value));

        Assert.Null(reading.Scenario);
        Assert.Contains(code, reading.Problems.Select(problem => problem.Code));
    }

    [Theory, InlineData(""), InlineData("["), InlineData("[]"), InlineData("\"\\ud800\""), InlineData("{\"title\":1,\"title\":2}")]
    public void refuses_what_is_no_scenario_at_all(string text) => Assert.NotEmpty(Scenario.Read(text).Problems);

    private static Scenario? Read(string text) => Scenario.Read(text).Scenario;

    private static string Changed(string path, string? value)
    {
        var root = JsonNode.Parse(Sound)!;
        var names = path.Replace("[", ".#", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var holder = names[..^1].Aggregate(root, (node, name) => name[0] == '#' ? node[int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!);
        if (value is null) holder.AsObject().Remove(names[^1]);
        else holder[names[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
