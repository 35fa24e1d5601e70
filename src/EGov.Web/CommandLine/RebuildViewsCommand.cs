using System.CommandLine;
using System.Globalization;
using EGov.Runtime.Audit;

namespace EGov.Web.CommandLine;

/// <summary><c>rebuild-views</c>: writes everything that follows from the journal anew.</summary>
internal static class RebuildViewsCommand
{
    public static Command Create() => DatabaseCommand.Create("rebuild-views", "Writes the views anew from the journal.", async (_, services, output, stop) =>
    {
        var cases = await services.GetRequiredService<ViewRebuild>().RunAsync(stop);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{cases} cases rebuilt."));
        return EGovCommandLine.Done;
    });
}
