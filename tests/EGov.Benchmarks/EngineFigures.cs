using System.Diagnostics;
using EGov.Engine.Cases;
using EGov.Engine.Effects;

namespace EGov.Benchmarks;

/// <summary>The engine alone, in memory, on one core: decide, evolve, effects.</summary>
internal static class EngineFigures
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Figure> All(TimeSpan duration)
    {
        PlayFor(duration / 4);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (commands, events, cases, seconds) = PlayFor(duration);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        yield return new("engine.commands_per_s", commands / seconds, "1/s", 100_000);
        yield return new("engine.bytes_per_command", (double)allocated / commands, "B");
        yield return new("engine.events_per_command", (double)events / commands, "1");
        yield return new("engine.commands_per_case", (double)commands / cases, "1");
        var (few, many) = GrowthWithLength(duration);
        yield return new("engine.ns_per_command.10_events", few, "ns");
        yield return new("engine.ns_per_command.1000_events", many, "ns", few * 1.2);
    }

    private static (long Commands, long Events, long Cases, double Seconds) PlayFor(TimeSpan duration)
    {
        var (commands, events, cases, watch) = (0L, 0L, 0L, Stopwatch.StartNew());
        while (watch.Elapsed < duration)
        {
            var state = CaseState.None;
            for (CaseCommand? next = FoodLicence.Open(new("BENCH-1")); next is not null; next = FoodLicence.Next(state))
            {
                var decision = CaseEngine.Decide(FoodLicence.Definition, state, next, Now);
                CaseEffects.Of(FoodLicence.Definition, state, decision);
                if (!decision.IsAccepted) throw new InvalidOperationException(decision.Refusal!.Code.ToString());
                (state, commands, events) = (decision.After, commands + 1, events + decision.Events.Length);
            }

            cases++;
        }

        return (commands, events, cases, watch.Elapsed.TotalSeconds);
    }

    /// <summary>The same two orders on a short case and on one that was claimed and released until it had 1,000 events; the best of many rounds each.</summary>
    private static (double Few, double Many) GrowthWithLength(TimeSpan duration)
    {
        var shortCase = Claimed(10);
        var longCase = Claimed(1_000);
        var (few, many, watch) = (double.MaxValue, double.MaxValue, Stopwatch.StartNew());
        while (watch.Elapsed < duration) (few, many) = (Math.Min(few, Time(shortCase)), Math.Min(many, Time(longCase)));
        return (few, many);
    }

    private static CaseState Claimed(int events)
    {
        var state = CaseEngine.Decide(FoodLicence.Definition, CaseState.None, FoodLicence.Open(new("BENCH-2")), Now).After;
        while (state.Version < events) state = ClaimAndRelease(state);
        return state;
    }

    private static double Time(CaseState state)
    {
        const int rounds = 2_000;
        var start = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds; round++) ClaimAndRelease(state);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / (rounds * 2);
    }

    private static CaseState ClaimAndRelease(CaseState state)
    {
        var item = state.WorkItems[0];
        var officer = Actor.Officer("li", item.Party);
        var claimed = CaseEngine.Decide(FoodLicence.Definition, state, new ClaimWorkItem(officer, item.Number), Now).After;
        return CaseEngine.Decide(FoodLicence.Definition, claimed, new ReleaseWorkItem(officer, item.Number), Now).After;
    }
}
