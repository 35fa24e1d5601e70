using EGov.TestKit;
using EGov.Web.Tests.CommandLine;
using Xunit.Abstractions;

namespace EGov.Web.Tests.Crashes;

public sealed class Killing_the_host(ITestOutputHelper output)
{
    private const int Crashes = 50;
    private const int MostAnswersPerRun = 40;
    private const int Seed = 20260105;

    [Fact]
    public async Task at_fifty_moments_loses_nothing_and_does_nothing_twice()
    {
        var folder = Directory.CreateTempSubdirectory("egov-crash-").FullName;
        Counterpart[] people = [new("a"), new("b"), new("c"), new("d")];
        var dice = new Random(Seed);
        for (var crash = 0; crash < Crashes; crash++) await RunUntilKilledAsync(folder, people, dice.Next(1, MostAnswersPerRun));
        await FinishAsync(folder, people);

        var found = await Inspection.OfAsync(folder);

        var receipts = people.SelectMany(person => person.Receipts).ToList();
        output.WriteLine($"seed {Seed}: {receipts.Count} orders answered over {Crashes} crashes, {found.Messages.Count} messages");
        Assert.Equal(Sorted(receipts), Sorted(found.Orders));
        Assert.Equal(found.Notices.Order(StringComparer.Ordinal), found.Messages.Order(StringComparer.Ordinal));
        Assert.Empty(found.StaleViews);
        Assert.Equal(0, (await Terminal.RunAsync("verify", "--data", folder)).ExitCode);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The host is killed after so many answers, while the others' orders are on their way.</summary>
    private static async Task RunUntilKilledAsync(string folder, Counterpart[] people, int answers)
    {
        using var host = await HostProcess.StartAsync(folder);
        var left = answers;
        await Task.WhenAll(people.Select(person => person.WorkAsync(host.Address, () =>
        {
            if (Interlocked.Decrement(ref left) == 0) host.Kill();
        })));
        await host.EndAsync();
    }

    /// <summary>What was on its way at the last crash is answered.</summary>
    private static async Task FinishAsync(string folder, Counterpart[] people)
    {
        using var host = await HostProcess.StartAsync(folder);
        await Task.WhenAll(people.Select(person => person.WorkAsync(host.Address, () => { }, orders: 1)));
        host.Kill();
        await host.EndAsync();
    }

    private static IEnumerable<Answered> Sorted(IEnumerable<Answered> orders) => orders.OrderBy(order => order.OrderId, StringComparer.Ordinal);
}
