using System.CommandLine;

namespace EGov.Web.CommandLine;

/// <summary><c>migrate</c>: brings the database to the model of this program and the items onto the shelf; the web host does the same at its start.</summary>
internal static class MigrateCommand
{
    public static Command Create() => DatabaseCommand.Create("migrate", "Brings the database to the model of this program.", async (_, _, output, _) =>
    {
        await output.WriteLineAsync("The database is up to date.");
        return EGovCommandLine.Done;
    });
}
