using System.Diagnostics;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;

namespace EGov.Benchmarks;

/// <summary>Whole cases through the front door on a real database: every order is decided, committed and receipted before the caller goes on.</summary>
internal sealed class DatabaseFigures(BenchHost host)
{
    /// <summary>Orders a second by concurrent callers, each taking one case after another from application to result; and how long one order took.</summary>
    public async Task<(double PerSecond, double[] Milliseconds, int Cases)> RunAsync(int callers, TimeSpan duration)
    {
        var (watch, latencies, cases) = (Stopwatch.StartNew(), new List<double>[callers], 0);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            latencies[caller] = new(capacity: 100_000);
            while (watch.Elapsed < duration)
            {
                await PlayAsync(new CaseId(string.Create(CultureInfo.InvariantCulture, $"B{host.Run}-{callers}-{caller}-{latencies[caller].Count}")), latencies[caller]);
                Interlocked.Increment(ref cases);
            }
        })));
        var all = latencies.SelectMany(l => l).Order().ToArray();
        return (all.Length / watch.Elapsed.TotalSeconds, all, cases);
    }

    /// <summary>The figures of one number of callers, after a round as long to let the compiler settle.</summary>
    public async Task<IEnumerable<Figure>> FiguresAsync(string database, int callers, TimeSpan duration, double rawPerSecond)
    {
        await RunAsync(callers, duration);
        var before = Environment.CpuUsage.TotalTime;
        var (perSecond, milliseconds, _) = await RunAsync(callers, duration);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / milliseconds.Length;
        return
        [
            new(string.Create(CultureInfo.InvariantCulture, $"{database}.commands_per_s.{callers}"), perSecond, "1/s", rawPerSecond),
            new(string.Create(CultureInfo.InvariantCulture, $"{database}.processor_us_per_command.{callers}"), processor, "us"),
            .. Percentiles($"{database}.ms", callers, milliseconds),
        ];
    }

    private static IEnumerable<Figure> Percentiles(string name, int callers, double[] sorted) =>
        from percent in new[] { 50, 95, 99 }
        select new Figure(string.Create(CultureInfo.InvariantCulture, $"{name}.p{percent}.{callers}"), sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)], "ms");

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
}
