using System.CommandLine;
using System.Globalization;
using EGov.Runtime.Seeding;

namespace EGov.Web.CommandLine;

/// <summary><c>seed</c>: fills an empty office with invented officers and cases, through the engine.</summary>
internal static class SeedCommand
{
    private const int MostCases = 1_000_000;
    private const int MostOfficers = 50_000;
    private const int MostDays = 3_650;
    private const int ReportEvery = 20_000;

    public static Command Create()
    {
        var cases = Number("--cases", "Cases that are still open, at most 1,000,000.", 1_000, 0, MostCases);
        var finished = Number("--finished", "Cases that have come to their end besides.", 0, 0, MostCases);
        var officers = Number("--officers", "Officers, spread over all parties, at most 50,000.", 5_000, 0, MostOfficers);
        var days = Number("--days", "Over how many days up to today applications came in.", 20, 1, MostDays);
        var luck = Number("--luck", "The same number makes the same lives.", 1, 0, int.MaxValue);
        var command = DatabaseCommand.Create(
            "seed", "Fills an office that has no case with invented officers and cases, every order through the engine. For measuring and showing only.",
            (parsed, services, output, stop) => SeedAsync(
                new(parsed.GetValue(cases), parsed.GetValue(finished), parsed.GetValue(officers), parsed.GetValue(days), parsed.GetValue(luck)),
                services.GetRequiredService<Seeder>(), output, parsed.InvocationConfiguration.Error, stop),
            services => services.AddSingleton<SeedClock>().AddSingleton<TimeProvider>(p => p.GetRequiredService<SeedClock>()));
        foreach (var option in new[] { cases, finished, officers, days, luck }) command.Add(option);
        return command;
    }

    private static async Task<int> SeedAsync(SeedPlan plan, Seeder seeder, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (!await seeder.IsEmptyAsync(stop))
        {
            await error.WriteLineAsync("This office has cases already; invented ones are not mixed with them. Name an empty data folder with --data.");
            return EGovCommandLine.Found;
        }

        var harvest = await seeder.RunAsync(plan, new Lines(output), stop);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{harvest.Open} open cases, {harvest.Finished} finished, {harvest.Officers} officers; {harvest.Orders} orders accepted, {harvest.Refused} refused."));
        return EGovCommandLine.Done;
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) || number < least || number > most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}."));
        });
        return option;
    }

    /// <summary>A line now and then, by whoever got there; <see cref="Progress{T}"/> would hand it to another thread, out of order.</summary>
    private sealed class Lines(TextWriter output) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % ReportEvery == 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} cases"));
        }
    }
}
