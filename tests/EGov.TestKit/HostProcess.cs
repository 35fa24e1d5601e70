using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EGov.TestKit.Clocks;

namespace EGov.TestKit;

/// <summary>The real program as a process of its own, which can be killed as the power kills it. It is found beside the program that starts it.</summary>
public sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts the program on a data folder, with settings besides if need be; returns once it listens.</summary>
    public static Task<HostProcess> StartAsync(string dataFolder, params IEnumerable<(string Name, string Value)> settings) => StartAtAsync(FreeAddress(), dataFolder, settings);

    /// <summary>Starts the program where others expect it.</summary>
    public static Task<HostProcess> StartAtAsync(Uri address, string dataFolder, params IEnumerable<(string Name, string Value)> settings) =>
        StartAsync(AppContext.BaseDirectory, address, dataFolder, settings);

    /// <summary>Starts the program as it was published into a folder.</summary>
    public static Task<HostProcess> StartPublishedAsync(string programFolder, string dataFolder) =>
        StartAsync(programFolder, FreeAddress(), dataFolder, [("Folders__Workflows", Path.Combine(programFolder, "workflows"))]);

    private static async Task<HostProcess> StartAsync(string programFolder, Uri address, string dataFolder, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(programFolder, "EGov.Web.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = dataFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Folders__Data"] = dataFolder;
        start.Environment["Folders__Workflows"] = OfficeCalendar.PathOf("workflows");
        start.Environment["Demonstration__Officers"] = File.Exists(Path.Combine(dataFolder, "egov.db")) ? "false" : "true";
        start.Environment["DOTNET_TieredPGO"] = "0"; // A life of half a second is too short to learn from.
        start.Environment["Sms__RoundSeconds"] = "1";
        start.Environment["RateLimits__SignInsAMinute"] = "100000";
        start.Environment["RateLimits__ApplicationsAMinute"] = "100000";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var (listens, said) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new System.Collections.Concurrent.ConcurrentQueue<string>());
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) listens.TrySetException(new InvalidOperationException("The host ended: " + string.Join('\n', said)));
            else if (line.Data.Contains("Application started", StringComparison.Ordinal)) listens.TrySetResult();
            else said.Enqueue(line.Data);
        };
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listens.Task;
        return new(process, address);
    }

    /// <summary>SIGKILL: nothing is flushed, nothing is finished.</summary>
    public void Kill() => process.Kill();

    public Task EndAsync() => process.WaitForExitAsync();

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    /// <summary>An address nobody listens at now.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
