using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Lab;
using EGov.TestKit;
using EGov.TestKit.Clocks;
using EGov.TestKit.Items;

namespace EGov.Engine.Tests.Scenarios;

public class Playing_a_scenario
{
    private static readonly WorkflowDefinition Registration = ItemFolder.Named("enterprise-registration").Definition(2);

    private static readonly string[] Steps =
    [
        """{ "at": "2026-01-05T09:00:00+08:00", "by": "applicant", "do": "open", "inputs": { "changeType": "simple" } }""",
        """{ "at": "2026-01-05T09:10:00+08:00", "by": "gu.wei@registrar", "do": "complete", "activity": "Accept1", "choice": "Accepted" }""",
    ];

    [Fact]
    public void finds_nothing_where_the_case_stands_as_expected() =>
        Assert.Empty(Play("""{ "status": "Open", "openWork": ["SpotDecide1"], "messages": ["application-accepted@applicant"] }""").Mismatches);

    [Theory]
    [InlineData("""{ "status": "Closed" }""", "status: expected Closed, found Open")]
    [InlineData("""{ "outcome": "Granted" }""", "outcome: expected Granted, found none")]
    [InlineData("""{ "openWork": ["Decide1"] }""", "open work: expected Decide1, found SpotDecide1/registrar")]
    [InlineData("""{ "openWork": [] }""", "open work: expected none, found SpotDecide1/registrar")]
    [InlineData("""{ "messages": [] }""", "messages: expected none, found application-accepted@applicant")]
    [InlineData("""{ "milestones": { "Accepted": "2026-01-06" } }""", "milestones: expected Accepted 2026-01-06, found Accepted 2026-01-05")]
    [InlineData("""{ "clocks": { "promised": { "due": "2026-01-20", "is": "stopped" } } }""", "clock promised: expected stopped, due 2026-01-20, found running, due 2026-01-19")]
    [InlineData("""{ "clocks": { "tender": { "due": null, "is": "running" } } }""", "clock tender: expected running, due open, found none")]
    [InlineData("""{ "refused": "FourEyes" }""", "order 2 (Complete by gu.wei): expected refused FourEyes, found accepted")]
    public void says_in_plain_words_what_is_different(string then, string difference) => Assert.Equal([difference], Play(then).Mismatches.AsEnumerable());

    [Fact]
    public void does_not_forgive_a_refusal_on_the_way()
    {
        var urge = """{ "at": "2026-01-05T09:05:00+08:00", "by": "applicant", "do": "urge", "activity": "Decide1" }""";

        Assert.Equal(["order 2 (Urge by applicant): expected accepted, found refused WorkItemUnknown"], Play("{}", Steps[0], urge, Steps[1]).Mismatches.AsEnumerable());
    }

    [Fact]
    public void lets_everything_that_falls_due_happen_at_its_own_moment()
    {
        var wake = """{ "at": "2026-02-01T00:00:00+08:00", "by": "system", "do": "wake" }""";
        var moments = Play("{}", Steps[0], wake).Orders.Where(order => order.Step is null).Select(order => OfficeCalendar.Chinese.DayOf(order.Entry.At));

        Assert.Equal([new(2026, 1, 13), new(2026, 1, 16), new(2026, 1, 20)], moments);
    }

    [Fact]
    public void is_for_one_version() =>
        Assert.Equal(["version: expected 1, found 2"], ScenarioPlayer.Play(Registration, Read("{}", Steps) with { Version = 1 }).Mismatches.AsEnumerable());

    [Fact]
    public void can_tell_every_fact_there_is()
    {
        var golden = Directory.GetFiles(OfficeCalendar.PathOf("tests/EGov.Engine.Tests/Cases/Golden"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        var facts = CaseJson.ReadEvents($"[{string.Join(',', golden)}]");
        var order = new PlayedOrder(null, true, new(0, new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero), new WakeUp(Actor.System), facts), null, []);

        Snapshot.Match(ScenarioText.Print(Registration, Play("{}") with { Orders = [order] }));
    }

    private static ScenarioRun Play(string then, params string[] steps) => ScenarioPlayer.Play(Registration, Read(then, steps.Length > 0 ? steps : Steps));

    private static Scenario Read(string then, IEnumerable<string> steps) =>
        Scenario.Read($$"""{ "title": { "zh-CN": "试", "en": "A trial" }, "version": 2, "case": "CASE-1", "when": [{{string.Join(',', steps)}}], "then": {{then}} }""").Scenario!;
}
