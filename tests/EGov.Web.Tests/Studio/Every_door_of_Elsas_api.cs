using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Studio;

/// <summary>Every address under /elsa, found by itself: what Studio calls is there, and each is shut to whom it must be.</summary>
public sealed partial class Every_door_of_Elsas_api(Office office) : IClassFixture<Office>
{
    /// <summary>What Studio 3.8.2 may call, by its clients; what belongs to features that are not reported is left out.</summary>
    private static readonly string[] Called =
    [
        "GET workflow-definitions", "GET workflow-definitions/by-definition-id/{}", "GET workflow-definitions/by-id/{}", "GET workflow-definitions/many-by-id",
        "GET workflow-definitions/query/count", "GET workflow-definitions/validation/is-name-unique", "GET workflow-definitions/subgraph/{}", "GET workflow-definitions/subgraph/segments/{}",
        "GET workflow-definitions/{}/consumers", "GET workflow-definitions/{}/export", "POST workflow-definitions", "POST workflow-definitions/import", "POST workflow-definitions/import-files",
        "POST workflow-definitions/{}/publish", "POST workflow-definitions/{}/retract", "POST workflow-definitions/{}/revert/{}", "POST workflow-definitions/{}/execute",
        "POST workflow-definitions/{}/dispatch", "POST workflow-definitions/{}/update-references", "DELETE workflow-definitions/{}", "DELETE workflow-definition-versions/{}",
        "POST bulk-actions/delete/workflow-definitions/by-definition-id", "POST bulk-actions/delete/workflow-definitions/by-id", "POST bulk-actions/publish/workflow-definitions/by-definition-ids",
        "POST bulk-actions/retract/workflow-definitions/by-definition-ids", "POST bulk-actions/export/workflow-definitions",
        "GET descriptors/activities", "POST descriptors/activities/{}/options/{}", "GET descriptors/expression-descriptors", "GET descriptors/workflow-activation-strategies",
        "GET descriptors/incident-strategies", "GET descriptors/log-persistence-strategies", "GET descriptors/commit-strategies/workflows", "GET descriptors/commit-strategies/activities",
        "GET descriptors/variables", "GET descriptors/storage-drivers", "GET descriptors/output-converters", "GET features/installed", "GET features/installed/{}", "GET package/version",
        "POST scripting/javascript/type-definitions/{}", "POST tests/activities", "POST tasks/{}/complete",
        "POST workflow-instances", "GET workflow-instances/{}", "DELETE workflow-instances/{}", "GET workflow-instances/{}/journal", "POST workflow-instances/{}/journal",
        "GET workflow-instances/{}/execution-state", "GET workflow-instances/{}/variables", "GET workflow-instances/{}/export", "POST cancel/workflow-instances/{}",
        "POST bulk-actions/cancel/workflow-instances", "POST bulk-actions/delete/workflow-instances/by-id", "POST bulk-actions/export/workflow-instances", "POST bulk-actions/import/workflow-instances",
        "POST activity-executions/report", "GET activity-executions/list", "GET activity-executions/by-id", "GET activity-executions/{}/call-stack", "GET activity-execution-summaries/list",
        "GET resilience/strategies", "GET resilience/retries/{}", "POST alterations/workflows/retry",
    ];

    /// <summary>Asked by a post because the question is long, or answered with a refusal to everybody: open to officers who only look.</summary>
    private static readonly string[] ChangeNothing =
    [
        "POST activity-executions/report", "POST workflow-instances", "POST workflow-instances/{}/journal", "POST descriptors/activities/{}/options/{}", "POST scripting/javascript/type-definitions/{}",
        "POST bulk-actions/export/workflow-definitions", "POST workflow-definitions/{}/execute", "POST workflow-definitions/{}/dispatch", "POST workflow-definitions/{}/bulk-dispatch",
        "POST tests/activities", "POST tasks/{}/complete", "POST workflow-instances/{}/variables", "DELETE workflow-instances/{}", "POST cancel/workflow-instances/{}",
        "POST bulk-actions/cancel/workflow-instances", "POST bulk-actions/delete/workflow-instances/by-id", "POST bulk-actions/export/workflow-instances",
        "POST bulk-actions/import/workflow-instances", "POST alterations/submit", "POST alterations/run", "POST alterations/dry-run", "POST alterations/workflows/retry",
    ];

    [Fact]
    public void is_there_for_everything_studio_calls() => Assert.Empty(Called.Except(Doors.Select(NameOf)));

    [Fact]
    public void is_for_analysts_where_something_changes() =>
        Assert.Equal(ChangeNothing.Order(StringComparer.Ordinal), Doors.Where(door => !NameOf(door).StartsWith("GET", StringComparison.Ordinal) && !IsForAnalysts(door)).Select(NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public async Task is_shut_to_whoever_is_not_signed_in()
    {
        foreach (var door in Doors) Assert.Equal((NameOf(door), HttpStatusCode.Unauthorized), (NameOf(door), await KnockAsync(office.Citizen(), door)));
    }

    [Fact]
    public async Task is_shut_to_a_token_that_is_none()
    {
        var forger = office.Citizen();
        forger.DefaultRequestHeaders.Authorization = new("Bearer", "forged");
        foreach (var door in Doors) Assert.Equal((NameOf(door), HttpStatusCode.Unauthorized), (NameOf(door), await KnockAsync(forger, door)));
    }

    [Theory]
    [InlineData("wang.fang", "food-intake")]
    [InlineData("auditor", "auditor")]
    [InlineData("lead", "lead")]
    [InlineData("admin", "administrator")]
    public async Task is_shut_to_officers_who_do_not_draw_where_something_changes(string name, string party)
    {
        var officer = await office.OfficerAsync(name, party);
        foreach (var door in Doors.Where(IsForAnalysts)) Assert.Equal((NameOf(door), HttpStatusCode.Forbidden), (NameOf(door), await KnockAsync(officer, door)));
    }

    [Fact]
    public async Task lets_an_officer_in_elsewhere_and_never_fails()
    {
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        HttpStatusCode[] answers = [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound];
        foreach (var door in Doors.Where(door => !IsForAnalysts(door)))
            Assert.True(await KnockAsync(officer, door) is var answer && answers.Contains(answer), $"{NameOf(door)}: {answer}");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task is_shut_to_a_page_of_another_site(string header, string value)
    {
        await office.OfficerAsync("li.hua", "analyst");
        var browser = office.Citizen();
        await browser.PostAsync(new Uri("api/sign-in", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(Office.SignIn("li.hua"))).MustAsync(HttpStatusCode.NoContent);
        browser.DefaultRequestHeaders.Add(header, value);
        foreach (var door in Doors.Where(door => !NameOf(door).StartsWith("GET", StringComparison.Ordinal)))
            Assert.Equal((NameOf(door), HttpStatusCode.Forbidden), (NameOf(door), await KnockAsync(browser, door)));
    }

    private IEnumerable<RouteEndpoint> Doors =>
        office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(door => door.RoutePattern.RawText!.TrimStart('/').StartsWith("elsa/api/", StringComparison.Ordinal));

    private static bool IsForAnalysts(RouteEndpoint door) => door.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy == "analyst");

    private static string NameOf(RouteEndpoint door) =>
        $"{MethodOf(door)} {Parameter().Replace(door.RoutePattern.RawText!.Trim('/')["elsa/api/".Length..], "{}")}";

    private static string MethodOf(RouteEndpoint door) => door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];

    private static async Task<HttpStatusCode> KnockAsync(HttpClient visitor, RouteEndpoint door)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{Parameter().Replace(door.RoutePattern.RawText!.Trim('/'), "1")}?id=1&activityId=1");
        var request = new HttpRequestMessage(new HttpMethod(MethodOf(door)), address);
        if (request.Method != HttpMethod.Get) request.Content = Calls.Json("{}");
        return (await visitor.SendAsync(request)).StatusCode;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
