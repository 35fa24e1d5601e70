using System.CommandLine;
using EGov.Runtime;

namespace EGov.Web.CommandLine;

/// <summary>A command that works on the database: builds the program without serving, migrates, does its work.</summary>
internal static class DatabaseCommand
{
    public static Command Create(string name, string description, Func<ParseResult, IServiceProvider, TextWriter, CancellationToken, Task<int>> work, Action<IServiceCollection>? change = null)
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The data folder; ./data unless the settings say otherwise.", HelpName = "FOLDER" };
        var command = new Command(name, description) { data };
        command.SetAction(async (parsed, stop) =>
        {
            string[] args = parsed.GetValue(data) is { } folder ? [$"--Folders:Data={folder.FullName}"] : [];
            var builder = EGovHost.CreateBuilder(args);
            builder.Logging.ClearProviders();
            change?.Invoke(builder.Services);
            await using var app = builder.Build();
            await app.Services.GetRequiredService<RuntimeStart>().StartAsync(stop);
            await using var scope = app.Services.CreateAsyncScope();
            return await work(parsed, scope.ServiceProvider, parsed.InvocationConfiguration.Output, stop);
        });
        return command;
    }
}
