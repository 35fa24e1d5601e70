using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Runtime.Audit;
using EGov.Runtime.Cases;
using EGov.TestKit.Clocks;
using EGov.TestKit.Definitions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Runtime.Tests;

/// <summary>One process of the runtime on a database: what a real host puts together, on a clock of the test's own.</summary>
public sealed class Host : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _orders;

    private Host(ServiceProvider services) => _services = services;

    public static ImmutableSortedDictionary<string, Value> Nothing { get; } = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    public static Actor Applicant => Actor.Applicant(new("applicant-1"));

    public CaseDesk Desk => Get<CaseDesk>();

    public CaseFiles Files => Get<CaseFiles>();

    public FakeTime Time => (FakeTime)Get<TimeProvider>();

    /// <summary>On the folder of drawings made here, or on <paramref name="workflows"/> as it is; with more settings if need be.</summary>
    public static async Task<Host> StartAsync(TestDatabase database, FakeTime? time = null, Action<IServiceCollection>? change = null, string? workflows = null, IEnumerable<(string Name, string Value)>? settings = null, string? calendar = null, string? rules = null, params Drawing[] drawings)
    {
        if (workflows is null)
        {
            workflows = Path.Combine(database.Folder, "workflows");
            Put(Path.Combine(workflows, "calendar", "cn.json"), calendar ?? OfficeCalendar.Json);
            Put(Path.Combine(workflows, "supervision", "rules.json"), rules ?? await File.ReadAllTextAsync(OfficeCalendar.PathOf("workflows/supervision/rules.json")));
            foreach (var drawing in drawings) Shelve(workflows, drawing);
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time ?? new FakeTime());
        change?.Invoke(services);
        var all = new Dictionary<string, string?>
        {
            ["Database:Provider"] = database.Settings.Provider.ToString(),
            ["Database:ConnectionString"] = database.Settings.ConnectionString,
            ["Folders:Data"] = Path.Combine(database.Folder, "data"),
            ["Folders:Workflows"] = workflows,
            ["Sms:MessagesPerSecond"] = "1000",
        };
        foreach (var (name, value) in settings ?? []) all[name] = value;
        services.AddEGovRuntime(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        var host = new Host(services.BuildServiceProvider());
        await host.Get<RuntimeStart>().StartAsync(CancellationToken.None);
        return host;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task<CaseReceipt> OpenAsync(string number, string definition = "permit", NewApplication? application = null) =>
        Desk.HandInAsync(
            new(new("open:" + number), new(number), new OpenCase(Applicant, new(number), null, Nothing)) { DefinitionId = definition, Application = application },
            CancellationToken.None);

    /// <summary>Hands an order in under an id of its own.</summary>
    public Task<CaseReceipt> GiveAsync(string number, CaseCommand command, string? id = null, params string[] texts) =>
        Desk.HandInAsync(
            new(new(id ?? $"order:{_services.GetHashCode()}:{Interlocked.Increment(ref _orders)}"), new(number), command) { Texts = [.. texts] }, CancellationToken.None);

    /// <summary>Finishes the open work of a party in a case, as an officer of it.</summary>
    public async Task<CaseReceipt> DoneAsync(string number, string party, string choice, string? opinion = null) =>
        await GiveAsync(number, Completion(await StateAsync(number), party, choice, opinion), null, opinion is null ? [] : [opinion]);

    public static CompleteWorkItem Completion(CaseState state, string party, string choice, string? opinion = null)
    {
        var by = party == "applicant" ? Applicant : Actor.Officer("officer-" + party, [new PartyId(party)]);
        var item = state.WorkItems.First(w => w.IsOpen && w.Party.Value == party);
        return new CompleteWorkItem(by, item.Number, choice, opinion is null ? null : TextHash.Commit(opinion), Nothing);
    }

    public async Task<CaseState> StateAsync(string number) => (await Files.ReadAsync(new(number)))!.State;

    /// <summary>Every case whose journal does not prove, with what is wrong.</summary>
    public async Task<List<CaseProof>> UnprovedAsync() =>
        await Get<Verification>().RunAsync().Where(p => p.Difference is not null).ToListAsync();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void Shelve(string workflows, Drawing drawing)
    {
        var json = JsonNode.Parse(drawing.ToJson())!;
        json["isPublished"] = true;
        Put(Path.Combine(workflows, (string)json["definitionId"]!, $"v{(int)json["version"]!}.json"), json.ToJsonString());
    }

    private static void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
