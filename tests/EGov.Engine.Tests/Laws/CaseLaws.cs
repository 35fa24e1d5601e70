using Xunit.Abstractions;
using EGov.Engine.Activities;
using EGov.Engine.Definitions;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Laws;

public sealed class Any_case_of_any_sound_definition(ITestOutputHelper output)
{
    private const int Definitions = 2_000;
    private const int SequencesEach = 50;

    [Fact]
    public void never_sticks_never_orphans_work_and_replays_to_the_letter()
    {
        var (orders, broken) = (0L, new System.Collections.Concurrent.ConcurrentQueue<string>());
        Parallel.For(0, Definitions, (seed, loop) =>
        {
            var workflow = Draw(seed);
            for (var sequence = 0; sequence < SequencesEach && broken.IsEmpty; sequence++)
            {
                var play = new RandomPlay(workflow, new Random((seed * SequencesEach) + sequence));
                if (play.Run(orders: 40) is { } law) broken.Enqueue($"drawing {seed}, sequence {sequence}: {law}");
                Interlocked.Add(ref orders, play.Accepted);
            }
        });

        output.WriteLine($"{Definitions * SequencesEach} sequences, {orders} orders accepted");
        Assert.Empty(broken);
    }

    [Fact]
    public void passes_the_checks_for_publishing() =>
        Assert.All(Enumerable.Range(0, 200), seed => Assert.Empty(DefinitionChecks.Check(Draw(seed))));

    private static WorkflowDefinition Draw(int seed)
    {
        var reading = ElsaJson.Read(new RandomDrawing(new Random(seed)).ToJson(), ActivityRegistry.Standard, OfficeCalendar.Chinese);
        return reading.Definition ?? throw new InvalidOperationException($"drawing {seed}: {reading.Problems[0]}");
    }
}
