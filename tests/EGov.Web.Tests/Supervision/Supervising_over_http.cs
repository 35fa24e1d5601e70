using System.Net;
using System.Text.Json;
using EGov.Runtime.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Supervision;

public sealed class Supervising_over_http(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task a_late_step_is_seen_answered_and_settled_by_those_it_concerns()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        office.Time.Advance(TimeSpan.FromDays(30));
        await office.Services.GetRequiredService<SupervisionSweep>().RunOnceAsync(CancellationToken.None);
        var (supervisor, fire, other, admin) = (
            await office.OfficerAsync("super-one", "supervisor"), await office.OfficerAsync("fire-one", "fire"), await office.OfficerAsync("arb-one", "arbitrator"), await office.OfficerAsync("admin-one", "administrator"));

        var card = (await CardsAsync(supervisor, $"?case={licence.Number}&rule=S04&party=fire")).Single();
        var address = "api/supervision/cards/" + card.GetProperty("number").GetString();
        Assert.NotEmpty(await CardsAsync(fire, "?rule=S04"));
        Assert.All(await CardsAsync(fire, ""), one => Assert.Equal("fire", one.GetProperty("party").GetString()));
        Assert.Empty(await CardsAsync(other, ""));
        Assert.Empty(await CardsAsync(fire, "?party=food-review"));
        await other.AskAsync(address).MustAsync(HttpStatusCode.NotFound);
        await admin.AskAsync(address).MustAsync(); // whoever reads every case reads its cards, and has no act about them
        await fire.AskAsync("api/supervision/board").MustAsync(HttpStatusCode.Forbidden);
        Assert.True((await supervisor.AskAsync("api/supervision/board").MustAsync().JsonAsync()).GetProperty("yellow").GetInt32() > 0);

        await other.ActAsync(address + "/answer", new { text = "x" }).MustAsync(HttpStatusCode.Forbidden);
        await fire.ActAsync(address + "/answer", new { text = "We had no staff." }).MustAsync(HttpStatusCode.NoContent);
        await fire.ActAsync(address + "/lift", new { text = "x" }).MustAsync(HttpStatusCode.Forbidden);
        await admin.ActAsync(address + "/lift", new { text = "x" }).MustAsync(HttpStatusCode.Forbidden);
        await supervisor.ActAsync(address + "/uphold", new { text = "" }).MustAsync(HttpStatusCode.BadRequest);
        await supervisor.ActAsync(address + "/orders", new { party = (string?)null, content = "Sign within three days.", dueOn = "2026-02-10" }).MustAsync(HttpStatusCode.NoContent);
        await supervisor.ActAsync(address + "/uphold", new { text = "Staff is your matter." }).MustAsync(HttpStatusCode.NoContent);
        await supervisor.ActAsync(address + "/lift", new { text = "On second thought" }).MustAsync(HttpStatusCode.Conflict);

        var order = (await fire.AskAsync("api/supervision/orders").MustAsync().JsonAsync()).EnumerateArray().Single(one => one.GetProperty("card").GetString() == card.GetProperty("number").GetString());
        await fire.ActAsync($"api/supervision/orders/{order.GetProperty("id").GetString()}/reply", new { text = "Signed." }).MustAsync(HttpStatusCode.NoContent);
        var file = await supervisor.AskAsync(address).MustAsync().JsonAsync();
        Assert.Equal(("upheld", "S04", "Signed."), (file.GetProperty("card").GetProperty("state").GetString(), file.GetProperty("rule").GetProperty("id").GetString(), file.GetProperty("orders")[0].GetProperty("reply").GetString()));
    }

    [Fact]
    public async Task supervision_reads_every_case_and_does_nothing_in_any()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var supervisor = await office.OfficerAsync("super-two", "supervisor");
        await supervisor.AskAsync(licence.Case).MustAsync();
        await supervisor.AskAsync(licence.Case + "/journal").MustAsync();
        await supervisor.ActAsync($"{licence.Case}/work-items/{await licence.WorkItemOfAsync("fire")}/complete", new { choice = "Approved" }).MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task a_letter_of_advice_is_written_by_supervision_and_read_by_its_unit()
    {
        var (supervisor, fire, other) = (await office.OfficerAsync("super-three", "supervisor"), await office.OfficerAsync("fire-three", "fire"), await office.OfficerAsync("arb-three", "arbitrator"));
        var letter = new { party = "fire", from = "2026-01-01", to = "2026-01-31", text = "Take work within a day.", replyDueOn = (string?)null };
        await fire.ActAsync("api/supervision/letters", letter).MustAsync(HttpStatusCode.Forbidden);
        var id = (await supervisor.ActAsync("api/supervision/letters", letter).MustAsync(HttpStatusCode.Created).JsonAsync()).GetString();
        Assert.Equal("Take work within a day.", (await fire.AskAsync("api/supervision/letters/" + id).MustAsync().JsonAsync()).GetProperty("text").GetString());
        await other.AskAsync("api/supervision/letters/" + id).MustAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public void no_door_anywhere_switches_supervision_off() =>
        Assert.All(
            office.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
                .Where(door => door.RoutePattern.RawText!.Contains("supervision/rules", StringComparison.Ordinal)),
            door => Assert.Equal(["GET"], door.Metadata.OfType<Microsoft.AspNetCore.Routing.HttpMethodMetadata>().Single().HttpMethods));

    private static async Task<List<JsonElement>> CardsAsync(HttpClient reader, string query) =>
        [.. (await reader.AskAsync("api/supervision/cards" + query).MustAsync().JsonAsync()).GetProperty("cards").EnumerateArray()];
}
