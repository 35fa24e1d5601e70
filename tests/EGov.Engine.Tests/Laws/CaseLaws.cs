using System.Collections.Concurrent;
using EGov.Engine.Activities;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.TestKit.Clocks;
using Xunit.Abstractions;

namespace EGov.Engine.Tests.Laws;

public sealed class Any_case_of_any_sound_definition(ITestOutputHelper output)
{
    private const int Definitions = 2_000;
    private const int SequencesEach = 50;

    [Fact]
    public void never_sticks_never_orphans_work_and_replays_to_the_letter()
    {
        var (orders, broken) = (new ConcurrentDictionary<Type, int>(), new ConcurrentQueue<string>());
        Parallel.For(0, Definitions, (seed, loop) =>
        {
            var workflow = Draw(seed);
            for (var sequence = 0; sequence < SequencesEach && broken.IsEmpty; sequence++)
            {
                var play = new RandomPlay(workflow, new Random((seed * SequencesEach) + sequence));
                if (play.Run(orders: 60) is { } law) broken.Enqueue($"drawing {seed}, sequence {sequence}: {law}");
                foreach (var (order, count) in play.Accepted) orders.AddOrUpdate(order, count, (_, before) => before + count);
            }
        });

        output.WriteLine($"{Definitions * SequencesEach} sequences, {orders.Values.Sum()} orders accepted");
        foreach (var (order, count) in orders.OrderByDescending(pair => pair.Value)) output.WriteLine($"{count,10} {order.Name}");
        Assert.Empty(broken);
        Assert.All(new[] { typeof(ReturnCase), typeof(TakeBack), typeof(AddSigner), typeof(RemoveSigner), typeof(ResolveIncident) }, order => Assert.InRange(orders[order], 100, int.MaxValue));
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
