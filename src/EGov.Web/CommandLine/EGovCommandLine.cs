using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace EGov.Web.CommandLine;

/// <summary>The command line of the one program. Without a command it is the web host; everything else stands here, one file per command.</summary>
/// <remarks>Exit codes: 0 done, 1 something was found or refused, 2 the command was not understood.</remarks>
internal static class EGovCommandLine
{
    public const int Done = 0;
    public const int Found = 1;
    public const int NotUnderstood = 2;

    /// <summary>True when the arguments name a command or ask for help; options of the web host, such as <c>--urls</c>, do not.</summary>
    public static bool Handles(string[] args) =>
        args.Length > 0 && (!args[0].StartsWith('-') || args[0] is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> RunAsync(string[] args)
    {
        // The people who use a shell on a server read English; the pages and the API speak the reader's language.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return await RunAsync(args, new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    public static async Task<int> RunAsync(string[] args, InvocationConfiguration console)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count == 0) return await InvokeAsync(parsed, console);

        foreach (var error in parsed.Errors) await console.Error.WriteLineAsync(error.Message);
        await console.Error.WriteLineAsync($"See --help{(parsed.CommandResult.Command is RootCommand ? "" : " of " + parsed.CommandResult.Command.Name)}.");
        return NotUnderstood;
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, InvocationConfiguration console)
    {
        try
        {
            return await parsed.InvokeAsync(console);
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var failure in wrong.Failures) await console.Error.WriteLineAsync(failure);
            return Found;
        }
    }

    private static RootCommand Create() => new("EGov.Workflows. Without a command: runs the web host, with the options of ASP.NET Core such as --urls.")
    {
        CheckCommand.Create(),
        PlayCommand.Create(),
        DueCommand.Create(),
        VerifyCommand.Create(),
        SuperviseCommand.Create(),
        RebuildViewsCommand.Create(),
        MigrateCommand.Create(),
        CreateAdminCommand.Create(),
        SeedCommand.Create(),
        AssessCommand.Create(),
        CalendarCommand.Create(),
    };
}
