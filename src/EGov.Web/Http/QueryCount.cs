using System.Globalization;
using System.Runtime.CompilerServices;

namespace EGov.Web.Http;

/// <summary>Says with every answer how many queries it took, as <c>Server-Timing: db;desc="5"</c>, when the setting <c>CountQueries</c> asks for it. For measuring.</summary>
internal sealed class QueryCount : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    // What Entity Framework tells whoever listens; by name, for the web knows no database.
    private const string Source = "Microsoft.EntityFrameworkCore";
    private const string Executed = Source + ".Database.Command.CommandExecuted";

    // Once in a process, however many hosts it has.
    private static readonly Lazy<IDisposable> Listening = new(() => System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(new QueryCount()));
    private static readonly AsyncLocal<StrongBox<int>?> Count = new();

    public static void Use(WebApplication app)
    {
        if (!app.Configuration.GetValue<bool>("CountQueries")) return;
        _ = Listening.Value;
        app.Use((context, next) =>
        {
            var count = Count.Value = new(0);
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"db;desc=\"{count.Value}\"");
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    public void OnNext(System.Diagnostics.DiagnosticListener value)
    {
        if (value.Name == Source) value.Subscribe(this, name => name == Executed);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Count.Value is { } count) Interlocked.Increment(ref count.Value);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
