using System.CommandLine;
using System.Globalization;
using EGov.Engine;
using EGov.Engine.Assessment;
using EGov.Runtime.Assessment;

namespace EGov.Web.CommandLine;

/// <summary><c>assess --period 2026-09|2026Q3 [--freeze]</c>: computes a period from the journals; one that is frozen is held against what was kept.</summary>
internal static class AssessCommand
{
    public static Command Create()
    {
        var period = new Option<string>("--period") { Description = "A month such as 2026-09, or a quarter such as 2026Q3.", HelpName = "PERIOD", Required = true };
        var freeze = new Option<bool>("--freeze") { Description = "Keeps the result for good; the period must be over." };
        period.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !AssessmentPeriod.TryRead(token.Value, out _)) result.AddError($"--period takes a month such as 2026-09 or a quarter such as 2026Q3, not '{token.Value}'.");
        });
        var command = DatabaseCommand.Create(
            "assess", "Assesses a period from the journals. Of a frozen period it tells whether it still computes to the same bytes; exit code 1 when it does not.",
            (parsed, services, output, stop) => AssessmentPeriod.TryRead(parsed.GetValue(period), out var asked)
                ? RunAsync(asked, parsed.GetValue(freeze), services.GetRequiredService<Assessments>(), (output, parsed.InvocationConfiguration.Error), stop)
                : Task.FromResult(EGovCommandLine.NotUnderstood));
        command.Add(period);
        command.Add(freeze);
        return command;
    }

    private static async Task<int> RunAsync(AssessmentPeriod period, bool freeze, Assessments assessments, (TextWriter Output, TextWriter Error) console, CancellationToken stop)
    {
        try
        {
            return freeze ? await FreezeAsync(period, assessments, console, stop) : await ComputeAsync(period, assessments, console, stop);
        }
        catch (InvalidDataException broken)
        {
            await console.Error.WriteLineAsync(broken.Message);
            return EGovCommandLine.Found;
        }
    }

    private static async Task<int> FreezeAsync(AssessmentPeriod period, Assessments assessments, (TextWriter Output, TextWriter Error) console, CancellationToken stop)
    {
        var (outcome, computed) = await assessments.FreezeAsync(period, UserId.System, stop);
        if (computed is not null) await PrintAsync(computed, console.Output);
        if (outcome is Freezing.Done or Freezing.WasFrozen)
        {
            await console.Output.WriteLineAsync(outcome == Freezing.Done ? $"{period} is frozen." : $"{period} was frozen before and is identical.");
            return EGovCommandLine.Done;
        }

        await console.Error.WriteLineAsync(outcome == Freezing.NotOver ? $"{period} is not over; only what is over can be frozen." : $"{period} was frozen before and is DIFFERENT now; nothing was changed.");
        return EGovCommandLine.Found;
    }

    private static async Task<int> ComputeAsync(AssessmentPeriod period, Assessments assessments, (TextWriter Output, TextWriter Error) console, CancellationToken stop)
    {
        var frozen = await assessments.FindAsync(period, stop);
        var computed = await assessments.ComputeAsync(period, stop);
        await PrintAsync(computed, console.Output);
        if (frozen is null)
        {
            await console.Output.WriteLineAsync(assessments.IsOver(period) ? $"{period} is over and not frozen." : $"{period} is not over.");
            return EGovCommandLine.Done;
        }

        if (await assessments.IsAsKeptAsync(period, computed, stop))
        {
            await console.Output.WriteLineAsync($"{period} is frozen and identical.");
            return EGovCommandLine.Done;
        }

        await console.Error.WriteLineAsync($"{period} is frozen as {frozen.Hash} and is DIFFERENT now.");
        return EGovCommandLine.Found;
    }

    private static async Task PrintAsync(AssessedPeriod assessed, TextWriter output)
    {
        await output.WriteLineAsync("body                            score grade      done  early   late returned yellow red rated");
        foreach (var body in assessed.Sheet.Bodies) await output.WriteLineAsync(Line(body));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{assessed.Sheet.Period}: {assessed.Sheet.Cases} cases, rule {assessed.Sheet.Rule.Version}, sha256 {assessed.Hash}"));
    }

    private static string Line(AssessedUnit body)
    {
        var (it, score) = (body.Performance, body.Score?.ToString("F1", CultureInfo.InvariantCulture) ?? "-");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{body.Id,-30} {score,6} {body.Grade,-9} {it.Done,5} {it.Early,6} {it.Late,6} {it.Returned,8} {it.YellowCards,6} {it.RedCards,3} {it.Ratings,5}");
    }
}
