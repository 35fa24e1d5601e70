using EGov.Engine.Cases;
using EGov.Runtime.People;
using EGov.Runtime.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Browser;

/// <summary>An office with a case under way and one person who holds every post and every role, so that every page has something to show.</summary>
public sealed class PeopledOffice : BrowserOffice
{
    private const string Everybody = "everybody";

    private readonly Lazy<Task<FoodLicence>> number;
    private readonly Lazy<Task<string>> session;
    private string card = "", order = "", advice = "";

    public PeopledOffice() => (number, session) = (new(OpenAsync), new(SignInAsync));

    /// <summary>Pages by the name of their picture; <c>{number}</c> is the case, <c>{work}</c> the signature of the fire brigade.</summary>
    public static SortedDictionary<string, string> Pages { get; } = new(StringComparer.Ordinal)
    {
        ["desk"] = "/desk", ["desk-party"] = "/desk/party", ["desk-watched"] = "/desk/watched", ["desk-done"] = "/desk/done", ["desk-filters"] = "/desk/filters",
        ["desk-phrases"] = "/desk/phrases", ["desk-settings"] = "/desk/settings", ["desk-assignments"] = "/desk/assignments", ["desk-unsettled"] = "/desk/unsettled", ["notices"] = "/notices",
        ["case-form"] = "/cases/{number}", ["case-materials"] = "/cases/{number}?tab=materials", ["case-letters"] = "/cases/{number}?tab=letters",
        ["case-clocks"] = "/cases/{number}?tab=clocks", ["case-related"] = "/cases/{number}?tab=related", ["case-drawing"] = "/cases/{number}/drawing",
        ["case-copy"] = "/cases/{number}/copy", ["case-return"] = "/cases/{number}/acts/return?work={work}&option=Accept1", ["case-letter"] = "/cases/{number}/letters/acceptance",
        ["lead"] = "/lead", ["lead-held"] = "/lead/held?party=food-intake", ["lead-assign"] = "/lead/assign/{number}",
        ["supervision"] = "/supervision", ["supervision-cards"] = "/supervision/cards", ["supervision-card"] = "/supervision/cards/{card}", ["supervision-orders"] = "/supervision/orders", ["supervision-order"] = "/supervision/orders/{order}", ["supervision-rules"] = "/supervision/rules", ["supervision-letters"] = "/supervision/letters", ["supervision-letter"] = "/supervision/letters/{advice}",
        ["desk-cards"] = "/desk/cards", ["desk-card"] = "/desk/cards/{card}", ["desk-order"] = "/desk/orders/{order}", ["supervision-messages"] = "/supervision/messages",
        ["assessment"] = "/supervision/assessment?period=2026-01", ["assessment-open"] = "/supervision/assessment?period=2025-12", ["assessment-teams"] = "/supervision/assessment?period=2026-01&body=market-supervision",
        ["designer-ladder"] = "/designer/supervision-order/1/ladder", ["designer-ladder-usual"] = "/designer/food-business-licence/2/ladder",
        ["window"] = "/window", ["window-case"] = "/window/cases/{number}",
        ["account"] = "/account", ["account-delegations"] = "/account/delegations", ["account-delegation"] = "/account/delegations/new",
        ["administration-officers"] = "/administration/officers", ["administration-officer"] = "/administration/officers/everybody", ["administration-hire"] = "/administration/officers/new",
        ["administration-units"] = "/administration/units", ["administration-unit"] = "/administration/units/yunxi-affairs", ["administration-unit-new"] = "/administration/units/new", ["administration-units-import"] = "/administration/units/import", ["administration-delegations"] = "/administration/delegations", ["administration-delegation"] = "/administration/delegations/new",
        ["administration-import"] = "/administration/import", ["administration-sessions"] = "/administration/sessions", ["administration-messages"] = "/administration/messages",
        ["administration-message"] = "/administration/messages/food-business-licence/party-finished", ["administration-phrases"] = "/administration/phrases", ["administration-access"] = "/administration/access", ["administration-calendar"] = "/administration/calendar", ["administration-calendar-edition"] = "/administration/calendar/editions/cn-2026.1", ["administration-log"] = "/administration/log",
    };

    /// <summary>Those that are photographed and searched for barriers nowhere else.</summary>
    public static IReadOnlyCollection<string> OfNoJourney { get; } =
        ["case-letters", "case-related", "case-copy", "case-return", "case-letter", "lead-assign", "window", "window-case", "desk-phrases", "desk-unsettled", "supervision", "supervision-cards", "supervision-card", "supervision-orders", "supervision-order", "supervision-rules", "supervision-letters", "supervision-letter", "desk-cards", "desk-card", "desk-order", "supervision-messages", "assessment", "assessment-teams", "designer-ladder", "designer-ladder-usual", "administration-calendar", "administration-calendar-edition", "assessment-open"];

    /// <summary>Where rooms behind the sign-in begin.</summary>
    public static IReadOnlyCollection<string> Rooms { get; } = ["/desk", "/cases", "/notices", "/lead", "/window", "/supervision", "/administration", "/account"];

    /// <summary>Doors of these rooms that answer with something else than a page of their own, and the steps at the window, which an officer walks through in a journey.</summary>
    public static HashSet<string> NoPages { get; } = new(StringComparer.Ordinal)
    {
        "/administration", "/administration/access/export", "/administration/units/export", "/desk/peek/{number}", "/desk/next", "/desk/previous", "/desk/find", "/notices/bell", "/cases/{number}/documents/{content}", "/lead/assign", "/supervision/assessment/export",
        "/window/items/{item}/{step:int}", "/window/items/{item}/check", "/window/items/{item}/identity", "/window/items/{item}/materials", "/window/receipt",
    };

    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Demonstration:Units", "true")];

    internal async Task<Visit> VisitAsync(string language, int width) => await Visit.BeginAsync(this, language, width, session: await session.Value);

    public async Task<string> AddressOfAsync(string page)
    {
        var licence = await number.Value;
        var work = (await licence.WorkItemOfAsync("fire")).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Pages[page].Replace("{number}", licence.Number, StringComparison.Ordinal).Replace("{work}", work, StringComparison.Ordinal).Replace("{card}", card, StringComparison.Ordinal).Replace("{order}", order, StringComparison.Ordinal).Replace("{advice}", advice, StringComparison.Ordinal);
    }

    private async Task<FoodLicence> OpenAsync()
    {
        await session.Value;
        return await FoodLicence.AcceptedAsync(this);
    }

    /// <summary>A case that nobody takes for a week: supervision raises a card, before anybody has come in.</summary>
    private async Task SuperviseAsync()
    {
        var left = await FoodLicence.ApplyAsync(this);
        Time.Advance(TimeSpan.FromDays(7));
        await Services.GetRequiredService<SupervisionSweep>().RunOnceAsync(CancellationToken.None);
        var board = Services.GetRequiredService<SupervisionBoard>();
        card = (await board.CardsAsync(new() { Case = new(left.Number) })).Cards[0].Number;
        var supervisor = new DeskPerson(Actor.Officer("wang.fang"), Supervises: true);
        await Services.GetRequiredService<SupervisionDesk>().OrderAsync(supervisor, card, "once", null, "三个工作日内签收并说明原因。", new(2026, 1, 15));
        order = (await board.OrdersAsync())[0].Id;
        advice = (await Services.GetRequiredService<SupervisionDesk>().AdviseAsync(supervisor, "once", new(new("food-intake"), new(2026, 1, 1), new(2026, 1, 31), "请建立每日签收制度，指定专人负责。", new(2026, 1, 30)))).Id!;
    }

    private async Task<string> SignInAsync()
    {
        await SuperviseAsync();
        await using var visit = await Visit.BeginAsync(this);
        await visit.SignInAsync(this, Everybody, ["food-intake", "food-review", "food-inspection", "food-decision", "food-head", "fire", "urban-management", .. Roles.All]);
        return await visit.SessionAsync();
    }
}
