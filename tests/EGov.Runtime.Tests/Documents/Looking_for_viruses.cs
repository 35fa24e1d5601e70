using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using EGov.Engine;
using EGov.Runtime.Documents;

namespace EGov.Runtime.Tests.Documents;

/// <summary>Uploads are looked through by a real ClamAV, which knows one virus here: a file of these tests.</summary>
public sealed class Looking_for_viruses : IAsyncLifetime
{
    private static readonly byte[] Sound = [.. "%PDF-1.7 sound"u8];
    private static readonly byte[] Sick = [.. "%PDF-1.7 sick"u8];

    private readonly TestDatabase _database = new(DatabaseProvider.Sqlite);
    private Process? _daemon;

    private string Socket => Path.Combine(_database.Folder, "clamd.sock");

    [ClamAvFact]
    public async Task what_is_infected_is_not_taken_and_not_kept()
    {
        await StartDaemonAsync();
        await using var host = await HostAsync(Socket);
        Assert.NotNull((await SaveAsync(host, Sound)).Document);
        Assert.Equal(DocumentRefusal.Infected, (await SaveAsync(host, Sick)).Refusal);
        Assert.Null(await host.Get<DocumentStore>().FindAsync(new TextHash(Convert.ToHexStringLower(SHA256.HashData(Sick)))));
        Assert.Single(Directory.GetFiles(Path.Combine(_database.Folder, "data", "documents"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task nothing_is_taken_while_the_scanner_is_away()
    {
        await using var host = await HostAsync(Socket);
        Assert.Equal(DocumentRefusal.NotScanned, (await SaveAsync(host, Sound)).Refusal);
        await using var other = await HostAsync("127.0.0.1:1");
        Assert.Equal(DocumentRefusal.NotScanned, (await SaveAsync(other, Sound)).Refusal);
    }

    [Fact]
    public async Task an_office_may_do_without_a_scanner()
    {
        await using var host = await HostAsync(ScanSettings.Off);
        Assert.NotNull((await SaveAsync(host, Sick)).Document);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_daemon is not null)
        {
            _daemon.Kill();
            await _daemon.WaitForExitAsync();
            _daemon.Dispose();
        }

        await _database.DisposeAsync();
    }

    private Task<Host> HostAsync(string clamd) =>
        Host.StartAsync(_database, settings: [("Scan:Clamd", clamd)], drawings: [Drawings.Permit]);

    private static async Task<DocumentReceipt> SaveAsync(Host host, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await host.Get<DocumentStore>().SaveAsync(content, "a.pdf");
    }

    private async Task StartDaemonAsync()
    {
        var signatures = Directory.CreateDirectory(Path.Combine(_database.Folder, "signatures")).FullName;
#pragma warning disable CA5351 // The format of ClamAV's signatures.
        await File.WriteAllTextAsync(Path.Combine(signatures, "test.hdb"), string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(MD5.HashData(Sick))}:{Sick.Length}:Sick\n"));
#pragma warning restore CA5351
        var settings = Path.Combine(_database.Folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"LocalSocket {Socket}\nDatabaseDirectory {signatures}\nForeground yes\nLogFile {_database.Folder}/clamd.log\nUser {Environment.UserName}\n");
        _daemon = Process.Start(new ProcessStartInfo(ClamAvFactAttribute.Daemon, ["-c", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _daemon.BeginOutputReadLine();
        _daemon.BeginErrorReadLine();
        using var folder = new FileSystemWatcher(_database.Folder);
        while (!File.Exists(Socket))
        {
            Assert.False(_daemon.HasExited, "ClamAV's daemon ended at once.");
            folder.WaitForChanged(WatcherChangeTypes.Created, TimeSpan.FromMilliseconds(200));
        }
    }
}

/// <summary>A fact that needs ClamAV's daemon, and says so when it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClamAvFactAttribute : FactAttribute
{
    public const string Daemon = "/usr/sbin/clamd";

    public ClamAvFactAttribute()
    {
        if (!File.Exists(Daemon)) Skip = $"there is no {Daemon}; tests/run.sh installs it";
    }
}
