using EGov.Engine.Cases;
using EGov.Engine.Lab;
using EGov.Engine.Replay;
using EGov.TestKit;
using EGov.TestKit.Items;

namespace EGov.Engine.Tests.Scenarios;

/// <summary>Every scenario beside every item, found by itself: a new item needs no new test.</summary>
public class Playing_the_scenarios
{
    public static TheoryData<string, string> EveryScenario
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var folder in ItemFolder.All)
                foreach (var scenario in folder.Scenarios) data.Add(folder.Name, scenario);
            return data;
        }
    }

    [Theory, MemberData(nameof(EveryScenario))]
    public void the_case_stands_as_the_scenario_says(string item, string scenario)
    {
        var (_, run) = Play(item, scenario);

        Assert.True(run.Mismatches.IsEmpty, string.Join('\n', run.Mismatches));
    }

    [Theory, MemberData(nameof(EveryScenario))]
    public void the_journal_reads_as_approved(string item, string scenario)
    {
        var (definition, run) = Play(item, scenario);

        Snapshot.Match(ScenarioText.Print(definition, run), $"{item}.{scenario}");
    }

    [Theory, MemberData(nameof(EveryScenario))]
    public void replaying_the_journal_gives_the_live_state(string item, string scenario)
    {
        var (definition, run) = Play(item, scenario);
        var replayed = JournalReplay.Of(definition, run.Journal);

        Assert.Null(replayed.Difference);
        Assert.Equal(CaseJson.Write(run.State), CaseJson.Write(replayed.State));
    }

    [Fact]
    public void every_item_that_can_be_applied_for_has_at_least_five() =>
        Assert.All(ItemFolder.All.Where(folder => !folder.Facts.TryGetProperty("internal", out _)), folder => Assert.True(folder.Scenarios.Length >= 5, folder.Name));

    private static (Engine.Definitions.WorkflowDefinition Definition, ScenarioRun Run) Play(string item, string name)
    {
        var folder = ItemFolder.Named(item);
        var reading = Scenario.Read(folder.ScenarioText(name));
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));
        var definition = folder.Definition(reading.Scenario!.Version);
        return (definition, ScenarioPlayer.Play(definition, reading.Scenario));
    }
}
