using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;

namespace EGov.Benchmarks;

/// <summary>Whole cases through the front door on a real database: every order is decided, committed and receipted before the caller goes on.</summary>
internal sealed class DatabaseFigures(BenchHost host)
{
    private const int Turns = 10;
    private const int LongestWarmUpInSeconds = 20;

    private int _lastCase;

    /// <summary>The figures of one number of callers against a raw limit, in turns.</summary>
    public async Task<IEnumerable<Figure>> FiguresAsync(string database, int callers, TimeSpan duration, IRawLimit limit)
    {
        await WarmUpAsync(callers);
        await limit.RunAsync(duration / Turns);
        var (ours, raw, processor) = (new List<Round>(), (Commits: 0L, Seconds: 0.0), TimeSpan.Zero);
        for (var turn = 0; turn < Turns; turn++)
        {
            var (commits, seconds) = await limit.RunAsync(duration / Turns);
            raw = (raw.Commits + commits, raw.Seconds + seconds);
            var before = Environment.CpuUsage.TotalTime;
            ours.Add(await RunAsync(callers, duration / Turns));
            processor += Environment.CpuUsage.TotalTime - before;
        }

        double[] milliseconds = [.. ours.SelectMany(round => round.Milliseconds).Order()];
        return
        [
            new(Name(database, "commands_per_s", callers), milliseconds.Length / ours.Sum(round => round.Seconds), "1/s", raw.Commits / raw.Seconds),
            new(Name(database, "processor_us_per_command", callers), processor.TotalMicroseconds / milliseconds.Length, "us"),
            .. from percent in new[] { 50, 95, 99 }
               select new Figure(Name(database, $"ms.p{percent}", callers), milliseconds[Math.Min(milliseconds.Length - 1, milliseconds.Length * percent / 100)], "ms"),
        ];
    }

    /// <summary>One raw limit against another, in turns.</summary>
    public static async Task<Figure> LimitAsync(string metric, IRawLimit wide, IRawLimit narrow, TimeSpan duration)
    {
        var (slow, fast) = ((Commits: 0L, Seconds: 0.0), (Commits: 0L, Seconds: 0.0));
        for (var turn = 0; turn < Turns; turn++)
        {
            var (commits, seconds) = await wide.RunAsync(duration / Turns);
            slow = (slow.Commits + commits, slow.Seconds + seconds);
            (commits, seconds) = await narrow.RunAsync(duration / Turns);
            fast = (fast.Commits + commits, fast.Seconds + seconds);
        }

        return new(metric, slow.Commits / slow.Seconds, "1/s", fast.Commits / fast.Seconds);
    }

    /// <summary>Orders by concurrent callers, each taking one case after another from application to result.</summary>
    public async Task<Round> RunAsync(int callers, TimeSpan duration)
    {
        var (watch, latencies, cases) = (Stopwatch.StartNew(), new ConcurrentBag<List<double>>(), 0);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>(capacity: 10_000);
            while (watch.Elapsed < duration)
            {
                await PlayAsync(new CaseId(string.Create(CultureInfo.InvariantCulture, $"B{host.Run}-{Interlocked.Increment(ref _lastCase)}")), own);
                Interlocked.Increment(ref cases);
            }

            latencies.Add(own);
        })));
        return new([.. latencies.SelectMany(l => l)], watch.Elapsed.TotalSeconds, cases);
    }

    /// <summary>Runs until the compiler has nothing more to make faster.</summary>
    private async Task WarmUpAsync(int callers)
    {
        for (var second = 0; second < LongestWarmUpInSeconds; second++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await RunAsync(callers, TimeSpan.FromSeconds(1));
            if (JitInfo.GetCompiledMethodCount() - before < 3) return;
        }
    }

    private static string Name(string database, string what, int callers) => string.Create(CultureInfo.InvariantCulture, $"{database}.{what}.{callers}");

    private async Task PlayAsync(CaseId id, List<double> latencies)
    {
        var state = CaseState.None;
        for (CaseCommand? next = FoodLicence.Open(id); next is not null; next = FoodLicence.Next(state))
        {
            var order = new CommandEnvelope(new CommandId($"{id}:{state.Version}"), id, next)
            {
                DefinitionId = "food-business-licence", DefinitionVersion = FoodLicence.Version, Texts = ["同意"],
            };
            var began = Stopwatch.GetTimestamp();
            var receipt = await host.Desk.HandInAsync(order, CancellationToken.None);
            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (receipt.Refusal is { } refusal) throw new InvalidOperationException($"{next} was refused: {refusal}");
            state = (await host.Files.KnownAsync(id, CancellationToken.None))!.State;
        }
    }

    /// <summary>What one round of orders came to.</summary>
    internal sealed record Round(double[] Milliseconds, double Seconds, int Cases);
}
