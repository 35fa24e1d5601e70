using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using EGov.Engine;
using EGov.Runtime.People;
using EGov.TestKit.Clocks;
using EGov.Web.Tests.Security;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EGov.Web.Tests;

/// <summary>The whole program on a database file of its own, with a clock that stands still and officers made as they are needed.</summary>
public class Office : WebApplicationFactory<Program>
{
    private const string Password = "Only-4-tests!";

    // Identity's own hasher, but not so slow on purpose: a hundred offices hire a thousand officers here.
    private const int HashingRounds = 1_000;

    private readonly string folder = Directory.CreateTempSubdirectory("egov-web-").FullName;
    private readonly LogWatch log = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<HttpClient>>> officers = new();

    /// <summary>What the office's clock shows; Monday 2026-01-05, 09:00 in Beijing, until a test moves it.</summary>
    public FakeTime Time { get; } = new();

    public string DataFolder => folder;

    /// <summary>How many lines were logged.</summary>
    public int LogLines => log.Lines;

    protected virtual string Environment => "Test";

    protected virtual IEnumerable<(string Key, string Value)> Settings => [("RateLimits:PerCaseAMinute", "10000"), ("RateLimits:PerAddressAMinute", "10000"), ("RateLimits:SignInsAMinute", "10000"), ("RateLimits:ApplicationsAMinute", "10000")];

    /// <summary>Somebody at home, who reads English here so that tests do.</summary>
    public HttpClient Citizen(string language = "en")
    {
        var client = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = ClientOptions.BaseAddress });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>The officer of this name, signed in, with posts in these parties.</summary>
    public Task<HttpClient> OfficerAsync(string name, params string[] parties) =>
        officers.GetOrAdd(name, _ => new(() => HireAsync(name, 0, parties))).Value;

    /// <summary>A registrar of a grade.</summary>
    public Task<HttpClient> RegistrarAsync(string name, int grade, params string[] parties) =>
        officers.GetOrAdd(name, _ => new(() => HireAsync(name, grade, parties))).Value;

    /// <summary>The leader of the district: he leads everything and has no post.</summary>
    public Task<HttpClient> ChiefAsync(string name) => officers.GetOrAdd(name, _ => new(() => HireAsync(name, 0, [], [Roles.Lead]))).Value;

    public Task CreateAccountAsync(string name, int grade, params string[] parties) => CreateAccountAsync(name, grade, parties, [.. parties.Intersect(Roles.All)]);

    public async Task CreateAccountAsync(string name, int grade, string[] parties, string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var person = new NewOfficer(name, name, name, [.. parties.Select(party => new PartyId(party))]) { Grade = grade, Roles = [.. roles] };
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync(person, Password));
    }

    public static object SignIn(string name, bool bearer = false, string? password = null) => new { userName = name, password = password ?? Password, bearer };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Folders:Data", folder);
        builder.UseSetting("Folders:Workflows", OfficeCalendar.PathOf("workflows"));
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(log).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning));
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time).Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = HashingRounds));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        log.Dispose();
        Assert.Empty(log.Indiscreet);
    }

    private async Task<HttpClient> HireAsync(string name, int grade, string[] parties, string[]? roles = null)
    {
        await CreateAccountAsync(name, grade, parties, roles ?? [.. parties.Intersect(Roles.All)]);
        var client = Citizen();
        var answer = await client.PostAsJsonAsync("api/sign-in", SignIn(name, bearer: true));
        var token = (await answer.JsonAsync()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
