using System.CommandLine;
using EGov.Web.CommandLine;

namespace EGov.Web.Tests.CommandLine;

/// <summary>The command line as a test calls it.</summary>
internal static class Terminal
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        var (before, output, error) = (System.Globalization.CultureInfo.CurrentUICulture, new StringWriter(), new StringWriter());
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
            var code = await EGovCommandLine.RunAsync(args, new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }
}
