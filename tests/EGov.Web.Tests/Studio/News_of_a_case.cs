using System.Net;
using System.Net.Http.Json;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Studio;

/// <summary>An open viewer follows its case while officers act.</summary>
public sealed class News_of_a_case(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task reach_an_open_viewer_after_every_act()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await using var viewer = await Viewer.OpenAsync(office, await office.OfficerAsync("auditor", "auditor"));
        await viewer.ObserveAsync(licence.Number);
        await licence.CompleteAsync("wang.fang", "food-intake", "Ready");

        var (first, counts) = await viewer.HearAsync();
        Assert.Equal("ActivityExecutionLogUpdatedAsync", first);
        Assert.Contains(counts["stats"]!.AsArray(), box => (string)box!["activityId"]! == "Accept1" && (bool)box["isBlocked"]!);
        Assert.Equal("WorkflowExecutionLogUpdatedAsync", (await viewer.HearAsync()).Target);
        var (last, instance) = await viewer.HearAsync();
        Assert.Equal(("WorkflowInstanceUpdatedAsync", licence.Number), (last, (string)instance["workflowInstanceId"]!));
    }

    [Fact]
    public async Task are_kept_from_those_who_may_not_read_it()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await using var stranger = await Viewer.OpenAsync(office, await office.OfficerAsync("xu.lan", "tax"));
        await using var auditor = await Viewer.OpenAsync(office, await office.OfficerAsync("auditor", "auditor"));
        foreach (var viewer in new[] { stranger, auditor }) await viewer.ObserveAsync(licence.Number);
        await licence.CompleteAsync("wang.fang", "food-intake", "Ready");
        await auditor.HearAsync();
        await stranger.ObserveAsync("nothing"); // Its answer is the first thing heard.
    }

    [Fact]
    public async Task stop_when_the_post_is_taken_away()
    {
        var officer = await office.OfficerAsync("moved.away", "food-review");
        var licence = await FoodLicence.ApplyAsync(office);
        await using var moved = await Viewer.OpenAsync(office, officer);
        await using var auditor = await Viewer.OpenAsync(office, await office.OfficerAsync("auditor", "auditor"));
        foreach (var viewer in new[] { moved, auditor }) await viewer.ObserveAsync(licence.Number);
        await TakePostsAwayAsync("moved.away");
        await licence.CompleteAsync("wang.fang", "food-intake", "Ready");
        await auditor.HearAsync();
        await moved.ObserveAsync("nothing"); // Its answer is the first thing heard.
    }

    [Fact]
    public async Task follow_the_viewer_to_another_case()
    {
        var (before, now) = (await FoodLicence.ApplyAsync(office), await FoodLicence.ApplyAsync(office));
        await using var viewer = await Viewer.OpenAsync(office, await office.OfficerAsync("auditor", "auditor"));
        await viewer.ObserveAsync(before.Number);
        await viewer.ObserveAsync(now.Number);
        await before.CompleteAsync("wang.fang", "food-intake", "Ready");
        await now.CompleteAsync("wang.fang", "food-intake", "Ready");
        for (var message = 1; message < 3; message++) await viewer.HearAsync();
        Assert.Equal(now.Number, (string)(await viewer.HearAsync()).Argument["workflowInstanceId"]!);
    }

    [Fact]
    public async Task are_agreed_upon_as_studio_does_and_with_officers_only()
    {
        const string negotiate = "elsa/hubs/workflow-instance/negotiate?negotiateVersion=1";
        var officer = await office.OfficerAsync("auditor", "auditor");
        var agreed = await (await officer.PostAsync(new Uri(negotiate, UriKind.Relative), null)).JsonAsync();
        Assert.Contains(agreed.GetProperty("availableTransports").EnumerateArray(), way => way.GetProperty("transport").ValueEquals("WebSockets"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Citizen().PostAsync(new Uri(negotiate, UriKind.Relative), null)).StatusCode);
    }

    [Fact]
    public async Task are_not_sent_to_another_site_that_borrows_a_cookie()
    {
        await office.OfficerAsync("auditor", "auditor");
        var signedIn = await office.Citizen().PostAsJsonAsync("api/sign-in", Office.SignIn("auditor"));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("egov=", StringComparison.Ordinal)).Split(';')[0];
        Task<System.Net.WebSockets.WebSocket> ConnectAsync(string origin)
        {
            var browser = office.Server.CreateWebSocketClient();
            browser.ConfigureRequest = request => (request.Headers.Cookie, request.Headers.Origin) = (cookie, origin);
            return browser.ConnectAsync(Viewer.Address(office), CancellationToken.None);
        }

        (await ConnectAsync(office.Server.BaseAddress.GetLeftPart(UriPartial.Authority))).Dispose();
        Assert.Contains("403", (await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectAsync("https://elsewhere.example"))).Message, StringComparison.Ordinal);
    }

    private async Task TakePostsAwayAsync(string name)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var officers = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        var officer = (await officers.FindByNameAsync(name))!;
        officer.Parties = "";
        Assert.True((await officers.UpdateAsync(officer)).Succeeded);
    }
}
