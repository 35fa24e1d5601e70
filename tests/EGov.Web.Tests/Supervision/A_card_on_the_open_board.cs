using EGov.Runtime.Supervision;
using EGov.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace EGov.Web.Tests.Supervision;

public sealed class A_card_on_the_open_board(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    private const string Title = "Sent and not taken";

    [BrowserFact]
    public async Task appears_without_a_reload_is_answered_by_the_body_and_lifted_by_the_supervisor()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        // Wednesday evening, an hour before the second working day in the tray is over: 2026-01-07, 23:30 in Beijing.
        office.Time.Advance(TimeSpan.FromHours(62.5));
        await office.SuperviseAsync();
        await using var supervisor = await Visit.BeginAsync(office, "en");
        await supervisor.Page.Clock.InstallAsync();
        await supervisor.SignInAsync(office, "watches-it", "supervisor");
        await using var officer = await Visit.BeginAsync(office, "en");
        await officer.SignInAsync(office, "left-it", "food-intake");
        await supervisor.Page.GotoAsync("supervision");
        await Expect(supervisor.Page.Locator("#board")).Not.ToContainTextAsync(Title);
        await supervisor.Page.EvaluateAsync("window.stillHere = true");

        office.Time.Advance(TimeSpan.FromHours(1));
        Assert.NotEqual(0, await office.SuperviseAsync());
        var card = Assert.Single((await office.Board().CardsAsync(new() { Case = new(licence.Number), Rule = Supervised.Untaken })).Cards);
        await supervisor.Page.Clock.FastForwardAsync("00:31");
        await Expect(supervisor.Page.Locator("#card-" + card.Number)).ToContainTextAsync(Title, new() { Timeout = 30_000 });
        Assert.True(await supervisor.Page.EvaluateAsync<bool>("window.stillHere === true"));
        await supervisor.ShootAsync("supervision-moved");

        await officer.Page.GotoAsync("notices");
        await officer.Page.ClickAsync($".eg-notice-list button:has-text('{licence.Number}') >> nth=0");
        await officer.Page.FillAsync("#text-answer", "Both windows were closed by the flood.");
        await officer.Page.ClickAsync("form:has(#text-answer) button");
        await Expect(officer.Page.GetByText("Your answer is with supervision.")).ToBeVisibleAsync();

        await supervisor.Page.ClickAsync("#card-" + card.Number);
        await Expect(supervisor.Page.GetByText("Both windows were closed by the flood.")).ToBeVisibleAsync();
        await supervisor.Page.CheckAsync("input[value=lift]");
        await supervisor.Page.FillAsync("#text-settle", "The flood is known.");
        await supervisor.Page.ClickAsync("form:has(#text-settle) button");
        await Expect(supervisor.Page.GetByText("Lifted; the body gets a notice.")).ToBeVisibleAsync();
        Assert.Equal(CardState.Lifted, (await office.Board().CardAsync(card.Number))!.Card.State);
        Assert.Empty(supervisor.Complaints);
        Assert.Empty(officer.Complaints);
    }

    [BrowserFact]
    public async Task does_not_move_while_it_is_paused_and_the_reader_s_place_is_kept()
    {
        await FoodLicence.ApplyAsync(office);
        await using var supervisor = await Visit.BeginAsync(office, "en");
        await supervisor.Page.Clock.InstallAsync();
        await supervisor.SignInAsync(office, "pauses-it", "supervisor");
        await supervisor.Page.GotoAsync("supervision");
        var before = await supervisor.Page.Locator("#board").GetAttributeAsync("hx-get");
        await supervisor.Page.ClickAsync("[data-refresh-pause]");
        await FoodLicence.ApplyAsync(office);
        await supervisor.Page.Clock.FastForwardAsync("00:31");
        Assert.Equal(before, await supervisor.Page.Locator("#board").GetAttributeAsync("hx-get"));

        await supervisor.Page.ClickAsync("[data-refresh-pause]");
        await supervisor.Page.FocusAsync("#body-food-intake");
        await supervisor.Page.Clock.FastForwardAsync("00:31");
        await Expect(supervisor.Page.Locator("#board")).Not.ToHaveAttributeAsync("hx-get", before!);
        await Expect(supervisor.Page.Locator("#body-food-intake")).ToBeFocusedAsync();
    }
}
