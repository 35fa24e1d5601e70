using System.Collections.Immutable;
using System.CommandLine;
using EGov.Engine.Activities;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Web.Http;

namespace EGov.Web.CommandLine;

/// <summary><c>check FILE…</c>: what is wrong with definitions, one problem a line, at its place in the text.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Definitions as Elsa Studio saves them.", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var command = new Command("check", "Checks definitions before they are published; exit code 1 when something is wrong.") { files };
        command.SetAction(async (parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await WorkflowsFolder.ReadCalendarAsync(error, stop) is not { } calendar) return EGovCommandLine.Found;
            var given = parsed.GetRequiredValue(files);
            var library = await WorkflowsFolder.ReadLibraryAsync(given, calendar, stop);
            var result = EGovCommandLine.Done;
            foreach (var file in given)
            {
                var problems = Check(await File.ReadAllTextAsync(file.FullName, stop), calendar, library);
                if (!problems.IsEmpty) result = EGovCommandLine.Found;
                foreach (var problem in problems) await output.WriteLineAsync(ProblemText.Of(file.ToString(), problem));
            }

            return result;
        });
        return command;
    }

    private static ImmutableArray<Problem> Check(string text, WorkingCalendar calendar, ImmutableArray<WorkflowDefinition> library)
    {
        var reading = ElsaJson.Read(text, ActivityRegistry.Standard, calendar, library);
        return reading.Succeeded ? DefinitionChecks.Check(reading.Definition) : reading.Problems;
    }
}
