using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine.Activities;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;
using EGov.TestKit.Cases;

namespace EGov.Engine.Tests.Conformance;

/// <summary>Every built-in of Elsa does what Elsa says it does, shown by small drawings.</summary>
public sealed class Our_own_suite
{
    public static TheoryData<string> EveryDrawing => [.. OwnSuite.All.Keys];

    [Theory, MemberData(nameof(EveryDrawing))]
    public void runs_as_it_says(string file)
    {
        var (told, host) = (OwnSuite.All[file], Run(OwnSuite.All[file]));
        var state = host.Cases[0].State;

        Assert.Equal(told.Lines, host.Lines);
        Assert.Equal(told.Waits, host.Waits);
        Assert.Equal(told.Faults, host.Cases.SelectMany(Faults));
        Assert.Equal((told.Status, told.Outcome), (state.Status.ToString(), state.Outcome));
        Assert.Equal((told.Name, told.Correlation), (state.Name, state.Correlation));
        Assert.Equal(new Value.Map(Values(told.Outputs)), new Value.Map(state.Outputs));
        Assert.Empty(host.Refusals);
    }

    [Theory, MemberData(nameof(EveryDrawing))]
    public void may_be_published_unless_it_says_why_not(string file)
    {
        var problems = DefinitionChecks.Check(Read(OwnSuite.All[file])[^1]);

        Assert.Equal(OwnSuite.All[file].Problems, problems.Select(problem => problem.Code));
    }

    [Theory, MemberData(nameof(EveryDrawing))]
    public void replays_to_the_letter(string file) =>
        Assert.All(Run(OwnSuite.All[file]).Cases, play => Assert.Null(JournalReplay.Of(play.Workflow, play.Journal).Difference));

    [Fact]
    public void shows_every_activity_of_Elsa_there_is()
    {
        var shown = OwnSuite.All.Values.SelectMany(drawing => Read(drawing)).SelectMany(definition => definition.Nodes).Select(node => node.Type);

        Assert.Empty(ActivityRegistry.Standard.All.Select(a => a.Descriptor.Type).Where(type => type.StartsWith("Elsa.", StringComparison.Ordinal)).Except(shown));
    }

    [Fact]
    public void tells_of_every_drawing_what_must_come_of_it() =>
        Assert.Empty(OwnSuite.Files.Except(OwnSuite.All.Keys).Except(OwnSuite.All.Values.SelectMany(drawing => drawing.With)));

    private static CaseHost Run(OwnDrawing drawing)
    {
        var definitions = Read(drawing);
        var host = new CaseHost(definitions, Values(drawing.Answers));
        var main = host.Open(definitions[^1], inputs: Values(drawing.Inputs));
        host.RunToRest();
        foreach (var remedy in drawing.Remedies)
        {
            host.Give(main, new ResolveIncident(Play.Officer("admin@administrator"), host.Find(main).Work(remedy.Activity).Number, Enum.Parse<Remedy>(remedy.Do), remedy.Outcome, null));
            host.RunToRest();
        }

        return host;
    }

    /// <summary>What it needs, and last the drawing itself.</summary>
    private static ImmutableArray<WorkflowDefinition> Read(OwnDrawing drawing)
    {
        var read = ImmutableArray<WorkflowDefinition>.Empty;
        foreach (var file in drawing.With.Append(drawing.File))
            read = read.Add(OwnSuite.Definition(file, read) is { Definition: { } definition } ? definition : throw new InvalidDataException($"{file}: {string.Join("; ", OwnSuite.Definition(file, read).Problems)}"));
        return read;
    }

    private static IEnumerable<string> Faults(Play play)
    {
        var boxes = play.Events.OfType<ActivityEntered>().ToDictionary(entered => entered.Instance, entered => entered.Activity);
        return play.Events.OfType<ActivityFaulted>().Select(fault => $"{boxes[fault.Instance]} {fault.Code}");
    }

    private static ImmutableSortedDictionary<string, Value> Values(Dictionary<string, JsonElement> json) =>
        json.ToImmutableSortedDictionary(entry => entry.Key, entry => Value.FromJson(entry.Value), StringComparer.Ordinal);
}
