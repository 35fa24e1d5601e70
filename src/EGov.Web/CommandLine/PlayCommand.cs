using System.CommandLine;
using System.Globalization;
using EGov.Engine.Activities;
using EGov.Engine.Definitions;
using EGov.Engine.Lab;
using EGov.Web.Http;

namespace EGov.Web.CommandLine;

/// <summary><c>play SCENARIO…</c>: what happens in a case, as text, and whether it is what the scenario expects.</summary>
internal static class PlayCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("SCENARIO") { Description = "Scenario files; each lies in a folder beside the definitions it plays.", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var command = new Command("play", "Plays scenarios and prints their journals; exit code 1 when one goes otherwise than it says.") { files };
        command.SetAction(async (parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await WorkflowsFolder.ReadCalendarAsync(error, stop) is not { } calendar) return EGovCommandLine.Found;
            var library = await WorkflowsFolder.ReadLibraryAsync([], calendar, stop);
            DefinitionReading Read(string text) => ElsaJson.Read(text, ActivityRegistry.Standard, calendar, library);
            var result = EGovCommandLine.Done;
            foreach (var file in parsed.GetRequiredValue(files))
                if (!await PlayAsync(file, Read, output, error, stop)) result = EGovCommandLine.Found;
            return result;
        });
        return command;
    }

    private static async Task<bool> PlayAsync(FileInfo file, Func<string, DefinitionReading> read, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var story = Scenario.Read(await File.ReadAllTextAsync(file.FullName, stop));
        foreach (var problem in story.Problems) await error.WriteLineAsync(ProblemText.Of(file.ToString(), problem));
        if (story.Scenario is not { } scenario) return false;
        var drawing = new FileInfo(Path.Combine(file.DirectoryName!, "..", string.Create(CultureInfo.InvariantCulture, $"v{scenario.Version}.json")));
        if (!drawing.Exists)
        {
            await error.WriteLineAsync($"{file}: {drawing.FullName} does not exist.");
            return false;
        }

        var reading = read(await File.ReadAllTextAsync(drawing.FullName, stop));
        foreach (var problem in reading.Problems) await error.WriteLineAsync(ProblemText.Of(drawing.FullName, problem));
        if (!reading.Succeeded) return false;
        var run = ScenarioPlayer.Play(reading.Definition, scenario);
        await output.WriteLineAsync(ScenarioText.Print(reading.Definition, run));
        foreach (var mismatch in run.Mismatches) await error.WriteLineAsync($"{file}: {mismatch}");
        return run.Mismatches.IsEmpty;
    }
}
