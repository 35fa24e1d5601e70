using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EGov.TestKit.Kannel;

/// <summary>A real Kannel with a fake telephone network behind it, in a folder and on ports of its own. It can be killed and started again; the network remembers what it got.</summary>
public sealed class KannelRig : IDisposable
{
    private const string FakeNetwork = "/usr/lib/kannel/test/fakesmsc";
    private const int Tries = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("egov-kannel-").FullName;
    private readonly ConcurrentQueue<NetworkMessage> received = new();
    private readonly List<Daemon> running = [];
    private int[] ports = [];

    private KannelRig()
    {
    }

    /// <summary>Why there is no Kannel to test with, or null.</summary>
    public static string? WhyNot { get; } =
        File.Exists("/usr/sbin/bearerbox") && File.Exists("/usr/sbin/smsbox") && File.Exists(FakeNetwork) ? null : "Debian's packages kannel and kannel-extras are not installed.";

    /// <summary>The sendsms address; the user is <c>egov</c>, his password <c>only-4-tests</c>.</summary>
    public Uri SendSms => new($"http://127.0.0.1:{ports[2]}/cgi-bin/sendsms");

    /// <summary>Every message the network got, long ones part by part.</summary>
    public IReadOnlyCollection<NetworkMessage> Received => received;

    public static async Task<KannelRig> StartAsync()
    {
        var rig = new KannelRig { ports = [FreePort(), FreePort(), FreePort(), FreePort()] };
        await rig.StartDaemonsAsync();
        return rig;
    }

    /// <summary>SIGKILL for all of it: what Kannel had not passed on is lost.</summary>
    public void Kill()
    {
        foreach (var daemon in running) daemon.Dispose();
        running.Clear();
    }

    /// <summary>Starts on the same ports.</summary>
    public async Task StartDaemonsAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "kannel.conf"), Configuration());
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var bearerbox = Run("/usr/sbin/bearerbox", "kannel.conf");
                await bearerbox.SaysAsync("Start-up done");
                await Run("/usr/sbin/smsbox", "kannel.conf").SaysAsync("Connected to bearerbox");
                Run(FakeNetwork, "-H", "127.0.0.1", "-r", $"{ports[3]}", "-m", "0", "1 2 text nop");
                await bearerbox.SaysAsync("Fakesmsc client connected");
                return;
            }
            catch (InvalidOperationException) when (attempt < Tries)
            {
                Kill(); // a port was taken meanwhile, or one was faster than the other
            }
        }
    }

    /// <summary>Waits until what the network got is as wanted.</summary>
    public async Task HasAsync(Func<IReadOnlyCollection<NetworkMessage>, bool> wanted)
    {
        var network = running[^1];
        while (!wanted(Received)) await network.SaysSomethingAsync(() => wanted(Received));
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(folder, recursive: true);
    }

    private void Hear(string line)
    {
        if (NetworkMessage.Read(line) is { } message) received.Enqueue(message);
    }

    private Daemon Run(string program, params string[] arguments)
    {
        var daemon = new Daemon(program, arguments, folder, program == FakeNetwork ? Hear : null);
        running.Add(daemon);
        return daemon;
    }

    private string Configuration() => $"""
        group = core
        admin-port = {ports[0]}
        admin-password = only-4-tests
        admin-interface = 127.0.0.1
        smsbox-port = {ports[1]}
        smsbox-interface = 127.0.0.1
        box-allow-ip = "127.0.0.1"
        admin-allow-ip = "127.0.0.1"
        dlr-storage = internal

        group = smsc
        smsc = fake
        smsc-id = fake
        host = 127.0.0.1
        port = {ports[3]}
        connect-allow-ip = 127.0.0.1

        group = smsbox
        bearerbox-host = 127.0.0.1
        sendsms-port = {ports[2]}
        sendsms-interface = 127.0.0.1
        http-request-retry = 1000
        http-queue-delay = 1

        group = sendsms-user
        username = egov
        password = only-4-tests
        default-sender = 12345
        max-messages = 5
        concatenation = true

        group = sms-service
        keyword = default
        text = "ok"

        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
