using System.Diagnostics;

namespace EGov.TestKit.Kannel;

/// <summary>A program that runs in the foreground until it is killed, and is listened to.</summary>
internal sealed class Daemon : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Lock gate = new();
    private readonly List<string> said = [];
    private readonly Action<string>? heard;
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool ended;

    /// <summary>Starts it; <paramref name="heard"/> is told of every line.</summary>
    public Daemon(string program, IEnumerable<string> arguments, string folder, Action<string>? heard)
    {
        this.heard = heard;
        process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) Take(line.Data); };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Waits for a line that holds these words.</summary>
    public async Task SaysAsync(string words)
    {
        while (!Holds(words)) await SaysSomethingAsync(() => Holds(words));
    }

    /// <summary>Waits for one more line, unless what is wanted has come meanwhile.</summary>
    public async Task SaysSomethingAsync(Func<bool> already)
    {
        Task more;
        lock (gate)
        {
            if (ended) throw new InvalidOperationException($"{process.StartInfo.FileName} ended: {string.Join('\n', said.TakeLast(5))}");
            more = next.Task;
        }

        if (!already()) await more.WaitAsync(Patience);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private bool Holds(string words)
    {
        lock (gate) return said.Any(line => line.Contains(words, StringComparison.Ordinal));
    }

    private void Take(string? line)
    {
        if (line is not null) heard?.Invoke(line);
        lock (gate)
        {
            if (line is null) ended = true;
            else said.Add(line);
            next.SetResult();
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
