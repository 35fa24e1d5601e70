using System.Globalization;
using System.Net;

namespace EGov.Web.Tests.Studio;

/// <summary>What no analyst draws is refused so that Studio can show why, and changes nothing.</summary>
public sealed class Hostile_drawings(Office office) : IClassFixture<Office>
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "", "“model” is missing" },
        { "[]", "cannot be read" },
        { "null", "cannot be read" },
        { "{", "cannot be read" },
        { """{"model":{"name":"a","name":"b","root":{}}}""", "cannot be read" },
        { """{"model":{"name":"\ud800","root":{}}}""", "cannot be read" },
        { """{"model":7}""", "“model” is missing" },
        { """{"model":{}}""", "“name” is missing" },
        { """{"model":{"name":"a"}}""", "“root” is missing" },
        { """{"model":{"name":"a","root":{"type":"Elsa.Flowchart","id":"F","version":1,"activities":[{"id":"x"}]}}}""", "“activities” is missing" },
        { """{"model":{"name":"a","root":{"type":"Elsa.Flowchart","id":"F","version":1,"activities":[{"id":"F","type":"Elsa.End","version":1}]}}}""", "Two activities" },
        { """{"model":{"name":"a","variables":{},"root":{"type":"Elsa.Flowchart","id":"F","version":1}}}""", "“variables” is missing" },
        { """{"model":{"name":"a","inputs":[1],"root":{"type":"Elsa.Flowchart","id":"F","version":1}}}""", "“inputs” is missing" },
        { """{"model":{"name":"a","root":{"type":"Elsa.StateMachine","id":"F","version":1}}}""", "Elsa.StateMachine" },
        { """{"model":{"name":"<script>alert(1)</script>","root":{"type":"Elsa.Flowchart","id":"F","version":1}}}""", "angle brackets" },
        { """{"model":{"name":"\u202eevil","root":{"type":"Elsa.Flowchart","id":"F","version":1}}}""", "cannot be seen" },
        { """{"model":{"name":"a","description":"\u202eevil","root":{"type":"Elsa.Flowchart","id":"F","version":1}}}""", "cannot be seen" },
        { """{"model":{"definitionId":"../up","name":"a","root":{"type":"Elsa.Flowchart","id":"F","version":1}}}""", "An id has letters" },
        { """{"model":{"name":"a","root":{"type":"Elsa.Flowchart","id":"F","version":1,"activities":[{"id":"x","type":"Elsa.End","version":1,"metadata":{"displayText":"\u200f"}}]}}}""", "cannot be seen" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task are_refused_with_a_reason(string body, string reason)
    {
        var client = await office.OfficerAsync("li.hua", "analyst");
        var errors = await StudioBrowser.ErrorsAsync(await client.PostAsync(new Uri("elsa/api/workflow-definitions", UriKind.Relative), Calls.Json(body)));
        Assert.Contains(reason, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "“name” is missing")]
    [InlineData("[]", "cannot be read")]
    [InlineData("{\"name\":\"a\",\"root\":\"F\"}", "“root” is missing")]
    [InlineData("{\"definitionId\":\"a b\",\"name\":\"a\",\"root\":{}}", "An id has letters")]
    public async Task in_files_are_refused_with_a_reason(string file, string reason)
    {
        var client = await office.OfficerAsync("li.hua", "analyst");
        var errors = await StudioBrowser.ErrorsAsync(await client.PostAsync(new Uri("elsa/api/workflow-definitions/import", UriKind.Relative), Calls.Json(file)));
        Assert.Contains(reason, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task change_nothing()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var before = (await studio.ReadAsync("workflow-definitions?versionOptions=AllVersions"))["totalCount"]!.ToJsonString();
        foreach (var row in Bodies)
            await (await office.OfficerAsync("li.hua", "analyst")).PostAsync(new Uri("elsa/api/workflow-definitions", UriKind.Relative), Calls.Json((string)row[0]));
        Assert.Equal(before, (await studio.ReadAsync("workflow-definitions?versionOptions=AllVersions"))["totalCount"]!.ToJsonString());
    }

    [Fact]
    public async Task of_five_thousand_boxes_are_refused_by_their_number()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.CreateAsync("五千");
        for (var box = 0; box < 5_000; box++) StudioBrowser.Drop(drawn, "EGov.Review", "R" + box.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(["There are more than 2000 activities."], await StudioBrowser.ErrorsAsync(await studio.TrySaveAsync(drawn)));
    }

    [Fact]
    public async Task nested_a_thousand_deep_are_refused()
    {
        var client = await office.OfficerAsync("li.hua", "analyst");
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 1_000)) + "1" + new string('}', 1_000);
        var errors = await StudioBrowser.ErrorsAsync(await client.PostAsync(new Uri("elsa/api/workflow-definitions/import", UriKind.Relative), Calls.Json(deep)));
        Assert.Contains("cannot be read", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task larger_than_any_drawing_are_not_read()
    {
        var client = await office.OfficerAsync("li.hua", "analyst");
        var answer = await client.PostAsync(new Uri("elsa/api/workflow-definitions", UriKind.Relative), Calls.Json(new string(' ', 24_000_001)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task under_a_name_of_ten_thousand_characters_are_refused()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.CreateAsync("长名");
        drawn["name"] = new string('长', 10_000);
        Assert.Contains("at most 100 characters", Assert.Single(await StudioBrowser.ErrorsAsync(await studio.TrySaveAsync(drawn))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task described_in_markup_are_kept_as_text_and_never_shown_as_markup()
    {
        const string markup = "<img src=x onerror=alert(1)> 金额 < 1000";
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.CreateAsync("说明");
        drawn["description"] = markup;
        Assert.Equal(markup, (string)(await studio.SaveAsync(drawn))["description"]!);
        foreach (var page in new[] { "/designer", "/designer/" + drawn["definitionId"] })
            Assert.DoesNotContain("<img src=x", await (await (await office.OfficerAsync("li.hua", "analyst")).AskAsync(page).MustAsync()).TextAsync(), StringComparison.Ordinal);
        Assert.Equal("application/json", (await studio.GetAsync("workflow-definitions/by-definition-id/" + drawn["definitionId"])).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task with_a_description_of_ten_thousand_characters_are_refused()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.CreateAsync("长说明");
        drawn["description"] = new string('长', 10_000);
        Assert.Contains("at most 2000 characters", Assert.Single(await StudioBrowser.ErrorsAsync(await studio.TrySaveAsync(drawn))), StringComparison.Ordinal);
    }
}
