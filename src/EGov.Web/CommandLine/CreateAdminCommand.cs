using System.CommandLine;
using EGov.Runtime.People;

namespace EGov.Web.CommandLine;

/// <summary><c>create-admin USER</c>: the first account of an office; the password comes from standard input, so that it stands in no list of processes.</summary>
internal static class CreateAdminCommand
{
    public static Command Create()
    {
        var user = new Argument<string>("USER") { Description = "User name of the new account." };
        var command = DatabaseCommand.Create(
            "create-admin", "Creates an administrator. The password is read from the first line of standard input.",
            (parsed, services, output, _) => CreateAsync(parsed.GetRequiredValue(user), services, output, parsed.InvocationConfiguration.Error));
        command.Add(user);
        return command;
    }

    private static async Task<int> CreateAsync(string user, IServiceProvider services, TextWriter output, TextWriter error)
    {
        var password = await Console.In.ReadLineAsync() ?? "";
        var problems = await services.GetRequiredService<Accounts>().CreateAdministratorAsync(user, password);
        foreach (var problem in problems) await error.WriteLineAsync(problem);
        if (problems.IsEmpty) await output.WriteLineAsync($"{user} is an administrator.");
        return problems.IsEmpty ? EGovCommandLine.Done : EGovCommandLine.Found;
    }
}
