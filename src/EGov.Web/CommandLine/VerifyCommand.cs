using System.CommandLine;
using System.Globalization;
using EGov.Runtime.Audit;

namespace EGov.Web.CommandLine;

/// <summary><c>verify</c>: proves every case from its journal, chain and replay.</summary>
internal static class VerifyCommand
{
    public static Command Create() =>
        DatabaseCommand.Create("verify", "Proves every case from its journal: the chain of hashes, and the replay of every order. Exit code 1 at the first difference.", VerifyAsync);

    private static async Task<int> VerifyAsync(ParseResult parsed, IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        var (cases, entries, events) = (0, 0, 0);
        await foreach (var proof in services.GetRequiredService<Verification>().RunAsync(stop))
        {
            (cases, entries, events) = (cases + 1, entries + proof.Entries, events + proof.Events);
            if (proof.Difference is not { } difference) continue;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{proof.Case}: event {difference.Version} differs"));
            await output.WriteLineAsync($"  recorded:   {difference.Stored ?? "nothing"}");
            await output.WriteLineAsync($"  recomputed: {difference.Decided ?? "nothing"}");
            return EGovCommandLine.Found;
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{cases} cases proved: {entries} orders, {events} events."));
        return EGovCommandLine.Done;
    }
}
