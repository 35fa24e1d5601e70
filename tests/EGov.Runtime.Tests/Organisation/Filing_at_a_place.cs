using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Audit;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Deadlines;
using EGov.Runtime.Organisation;
using EGov.TestKit.Clocks;
using EGov.TestKit.Definitions;

namespace EGov.Runtime.Tests.Organisation;

/// <summary>就近申办: an item filed at a community is handled by that community and its street, on every database.</summary>
public abstract class Filing_at_a_place(DatabaseProvider provider) : OnDatabase(provider)
{
    private const string Card = "elderly-card";

    protected override IEnumerable<Drawing> Processes =>
        [new Drawing("visit").Activity("Child1", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", Card), ("waitForCompletion", true)).Chain("Start1", "Child1", "End1")];

    [ContractFact]
    public async Task units_are_kept_as_the_file_says_and_a_second_start_changes_nothing()
    {
        await using var district = await DistrictAsync();
        var kept = await district.Get<UnitRegister>().AllAsync();
        var file = DistrictFile.Read(await File.ReadAllBytesAsync(OfficeCalendar.PathOf("workflows/organisation/district.json"))).Units;
        Assert.Equal(file.Select(Written), kept.Select(Written));
        await using var again = await DistrictAsync();
        Assert.Equal(kept.Length, (await again.Get<UnitRegister>().AllAsync()).Length);
    }

    [ContractFact]
    public async Task work_lies_in_the_tray_of_the_unit_and_nowhere_else()
    {
        await using var district = await DistrictAsync();
        await FileAsync(district, "EC-1", "hexin-community");
        Assert.Equal(["EC-1"], await TrayAsync(district, "intake@hexin-community"));
        Assert.Empty(await TrayAsync(district, "intake@zhuyuan-community"));
        Assert.Empty(await TrayAsync(district, "intake"));
    }

    [ContractFact]
    public async Task views_that_are_rebuilt_show_the_same_seats()
    {
        await using var district = await DistrictAsync();
        await FileAsync(district, "EC-1", "yunxi-service");
        Assert.True((await district.GiveAsync("EC-1", new CompleteWorkItem(Actor.Officer("wu", new PartyId("intake@yunxi-service")), 1, "Accepted", null, Host.Nothing))).IsAccepted);
        await district.Get<ViewRebuild>().RunAsync();
        Assert.Equal(["EC-1"], await TrayAsync(district, "affairs@yunxi-affairs"));
        Assert.Empty(await district.UnprovedAsync());
    }

    [ContractFact]
    public async Task an_officer_of_another_unit_is_refused()
    {
        await using var district = await DistrictAsync();
        await FileAsync(district, "EC-1", "hexin-community");
        var stranger = Actor.Officer("he", new PartyId("intake@zhuyuan-community"));
        Assert.Equal(RejectionCode.PartyMissing, (await district.GiveAsync("EC-1", new ClaimWorkItem(stranger, 1))).Refusal?.Code);
    }

    [ContractFact]
    public async Task a_child_case_is_handled_where_its_parent_was_filed()
    {
        await using var district = await DistrictAsync();
        var visit = new OpenCase(Host.Applicant, new("V-1"), new PartyId("daohua-community"), Host.Nothing);
        Assert.True((await Host.Desk.HandInAsync(new(new("open:V-1"), new("V-1"), visit) { DefinitionId = "visit" }, CancellationToken.None)).IsAccepted);
        Assert.Equal(1, await district.Get<ErrandRunner>().RunOnceAsync(CancellationToken.None));
        Assert.Single(await TrayAsync(district, "intake@daohua-community"));
    }

    [ContractFact]
    public async Task places_are_communities_and_service_centres_and_nothing_else_is_taken()
    {
        await using var district = await DistrictAsync();
        var (seats, item) = (district.Get<SeatFinder>(), district.Get<WorkflowCatalog>().Find(new(Card))!);
        Assert.Equal(52 + 6, (await seats.PlacesAsync(item)).Length);
        Assert.Null(await seats.AtAsync(Card, "civil-affairs"));
        Assert.Null(await seats.AtAsync(Card, "nowhere"));
        Assert.Null(await seats.AtAsync(Card, null));
        Assert.Same(Seating.None, await seats.AtAsync("enterprise-registration", "hexin-community"));
    }

    private Task<Host> DistrictAsync() => Host.StartAsync(Database, Time, workflows: OfficeCalendar.PathOf("workflows"), settings: [("Demonstration:Units", "true")]);

    private static async Task FileAsync(Host district, string number, string place)
    {
        var seating = (await district.Get<SeatFinder>().AtAsync(Card, place))!;
        var order = new OpenCase(Host.Applicant, new(number), seating.Place, Host.Nothing) { Seats = seating.Seats };
        Assert.True((await district.Desk.HandInAsync(new(new("open:" + number), new(number), order) { DefinitionId = Card }, CancellationToken.None)).IsAccepted);
    }

    private static async Task<IEnumerable<string>> TrayAsync(Host district, string party) =>
        (await district.Get<Trays>().OfPartyAsync(new(party))).Select(entry => entry.Case.Value);

    private static string Written(Unit unit) => $"{unit with { Posts = [] }} {string.Join("; ", unit.Posts.Select(post => $"{post with { Duty = [] }} {string.Join(',', post.Duty)}"))}";
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Filing_at_a_place_on_Sqlite() : Filing_at_a_place(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Filing_at_a_place_on_Postgres() : Filing_at_a_place(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Filing_at_a_place_on_SqlServer() : Filing_at_a_place(DatabaseProvider.SqlServer);
