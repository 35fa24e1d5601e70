using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Runtime;
using EGov.Runtime.Audit;
using EGov.Runtime.Cases;
using EGov.Runtime.Deadlines;
using EGov.Runtime.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
// One food business licence from application to result, on a database of its own that is thrown away afterwards.
var (clock, folder, number) = (new FirstCase.Clock(), Directory.CreateTempSubdirectory("first-case-").FullName, new CaseId("SP-20260302-000001"));
var repository = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(repository!.FullName, "EGov.Workflows.sln"))) repository = repository.Parent;
await using var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddEGovRuntime(
    new ConfigurationBuilder().AddInMemoryCollection(
        [new("Database:ConnectionString", $"Data Source={folder}/egov.db"), new("Folders:Data", folder), new("Folders:Workflows", $"{repository.FullName}/workflows")]).Build()).BuildServiceProvider();
await services.GetRequiredService<RuntimeStart>().StartAsync(default);

// The applicant applies at a window; the office accepts, and three bodies and the inspectors get to work at the same time.
await HandIn(new OpenCase(Actor.Applicant(new("applicant-1")), number, null, Values(("channel", "window"), ("businessForm", "catering"))));
await Work("food-intake", "Accepted");
await Work("food-review", "Approved");
await Work("fire", "Approved");
await Work("food-inspection", "Passed");

// The third body is late: the sweep reminds it and tells the head; then it signs, the office decides and issues the licence.
clock.Pass(days: 9);
await services.GetRequiredService<DeadlineSweep>().RunOnceAsync(default);
await Work("urban-management", "Approved");
await Work("food-decision", "Granted");
await Work("food-intake", "Done");
while (await services.GetRequiredService<OutboxWorker>().RunOnceAsync(default) > 0) { }

var messages = await services.GetRequiredService<MessageBoard>().OfCaseAsync(number);
var words = services.GetRequiredService<MessageWords>();
foreach (var m in messages) Console.WriteLine($"{m.To}: {words.Write("food-business-licence", number, m.Template, m.Arguments, "zh-CN")}");
var (state, proof) = ((await services.GetRequiredService<CaseFiles>().ReadAsync(number))!.State, await services.GetRequiredService<Verification>().RunAsync(number));
Console.WriteLine($"case {number} 办结 outcome={state.Outcome} events={state.Version} sms={messages.Count(m => m.To == PartyId.Applicant)} replay={(proof.Difference is null ? "identical" : proof.Difference)}");
Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
Directory.Delete(folder, recursive: true);

async Task HandIn(CaseCommand order)
{
    var application = new NewApplication("{}", "张三", "1", "11010519491231002X", "13800000000", "window", null);
    var envelope = new CommandEnvelope(new($"{Guid.NewGuid()}"), number, order) { DefinitionId = "food-business-licence", Application = application };
    var receipt = await services.GetRequiredService<CaseDesk>().HandInAsync(envelope, default);
    if (receipt.Refusal is { } refusal) throw new InvalidOperationException($"{order} was refused: {refusal}");
}

async Task Work(string party, string choice)
{
    var item = (await services.GetRequiredService<CaseFiles>().ReadAsync(number))!.State.WorkItems.First(w => w.IsOpen && w.Party.Value == party);
    await HandIn(new CompleteWorkItem(Actor.Officer($"{party}-officer", item.Party), item.Number, choice, TextHash.Commit("同意"), Values()));
}
static ImmutableSortedDictionary<string, Value> Values(params (string Name, string Value)[] values) =>
    values.ToImmutableSortedDictionary(v => v.Name, v => Value.Of(v.Value), StringComparer.Ordinal);
