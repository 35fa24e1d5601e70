using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace EGov.Web.Tests.Security;

/// <summary>Reads every line an office logs, and keeps those that say something about a person: mobile and identity numbers, credit codes, and the names applicants have in these tests.</summary>
internal sealed partial class LogWatch : ILoggerProvider
{
    private readonly ConcurrentQueue<string> indiscreet = new();

    /// <summary>Lines that should not have been written.</summary>
    public IReadOnlyCollection<string> Indiscreet => indiscreet;

    /// <summary>How many lines were read at all.</summary>
    public int Lines => lines;

    private int lines;

    public ILogger CreateLogger(string categoryName) => new Reader(this, categoryName);

    public void Dispose()
    {
    }

    private void Read(string line)
    {
        Interlocked.Increment(ref lines);
        if (Personal().IsMatch(line)) indiscreet.Enqueue(line);
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9Xx]|[0-9]{8}MA[0-9A-Z]{8}|91350100M000100Y43)(?![0-9A-Za-z])|王小满|小满面馆|海潮路|张三|李四")]
    private static partial Regex Personal();

    private sealed class Reader(LogWatch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            watch.Read($"{category}: {formatter(state, exception)} {exception}");
    }
}
