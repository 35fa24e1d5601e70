using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace EGov.Benchmarks;

/// <summary>One look at a page.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Milliseconds">Until its last byte.</param>
/// <param name="Queries">How many the database was asked.</param>
internal readonly record struct PageVisit(string Page, double Milliseconds, int Queries);

/// <summary>A clerk at work: the tray, the tray of the party, a search by number and one by name, and a case out of what they show.</summary>
internal sealed partial class Clerk : IDisposable
{
    private const string Family = "王";

    private readonly HttpClient _client;
    private readonly List<string> _cases = [];
    private int _round;

    private Clerk(HttpClient client) => _client = client;

    /// <summary>True when a case lies on one of his desks.</summary>
    public bool HasWork => _cases.Count > 0;

    public static async Task<Clerk> SignInAsync(Uri address, string user)
    {
        var clerk = new Clerk(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address });
        var page = await clerk._client.GetStringAsync(new Uri("sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", WebUtility.HtmlDecode(Token().Match(page).Groups[1].Value)), new("userName", user), new("password", "Demo-2026!")]);
        using var answer = await clerk._client.PostAsync(new Uri("sign-in", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"{user} was not let in: {(int)answer.StatusCode}");
        await clerk.VisitAsync(("inbox", "desk/party"));
        return clerk;
    }

    /// <summary>Looks at one page after the other for so long.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="pace">A page begins no sooner after the one before; zero takes the next as soon as the last is there.</param>
    public async Task<List<PageVisit>> WorkAsync(TimeSpan duration, TimeSpan pace)
    {
        var (watch, visits) = (Stopwatch.StartNew(), new List<PageVisit>());
        await Task.Delay(pace * Random.Shared.NextDouble(), TimeProvider.System); // People do not begin on a stroke.
        while (watch.Elapsed < duration)
        {
            var begun = watch.Elapsed;
            visits.Add(await VisitAsync(Next()));
            if (pace - (watch.Elapsed - begun) is { Ticks: > 0 } rest) await Task.Delay(rest, TimeProvider.System);
        }

        return visits;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The inbox, a case out of it, and a search, in turns.</summary>
    private (string Page, string Address) Next()
    {
        var (turn, even, number) = (_round % 3, _round / 3 % 2 == 0, _cases[_round / 3 % _cases.Count]);
        _round++;
        return turn switch
        {
            0 => ("inbox", even ? "desk" : "desk/party"),
            1 => ("case", "cases/" + number),
            _ => ("search", "desk/party?word=" + (even ? number[..^2] : Uri.EscapeDataString(Family))),
        };
    }

    private async Task<PageVisit> VisitAsync((string Page, string Address) next)
    {
        var (page, address) = next;
        var begun = Stopwatch.GetTimestamp();
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        var milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{address}: {(int)answer.StatusCode}");
        if (page == "inbox" && _cases.Count == 0) _cases.AddRange(Case().Matches(text).Select(line => line.Groups[1].Value).Distinct());
        var timing = answer.Headers.TryGetValues("Server-Timing", out var said) ? Count().Match(string.Join(' ', said)).Groups[1].Value : "";
        return new(page, milliseconds, int.Parse(timing, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("href=\"/cases/([A-Z]+-[0-9]+-[0-9]+)[\"?]")]
    private static partial Regex Case();

    [GeneratedRegex("desc=\"([0-9]+)\"")]
    private static partial Regex Count();
}
