using System.Net;
using System.Text.Json;

namespace EGov.Web.Tests;

/// <summary>The office with the demonstration district: its communities and streets are there.</summary>
public class DistrictOffice : Office
{
    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Demonstration:Units", "true")];

    public static object Card(string? place) => new
    {
        form = new { applicantName = "王小满", idType = "resident-id", idNumber = "11010519491231002X", mobile = "13800000000", birthDate = "1949-12-31", livesAt = "竹园路 1 号" },
        place,
    };

    /// <summary>An elderly card applied for at a community; its number.</summary>
    public async Task<string> ApplyAsync(string place) =>
        (await Citizen().ActAsync("api/items/elderly-card/applications", Card(place)).MustAsync(HttpStatusCode.Created).JsonAsync()).GetProperty("case").GetString()!;

    /// <summary>Cases in the officer's inbox.</summary>
    public static async Task<IEnumerable<string>> InboxAsync(HttpClient officer) =>
        (await officer.AskAsync("api/work-items").MustAsync().JsonAsync()).GetProperty("workItems").EnumerateArray().Select(work => work.GetProperty("case").GetString()!);

    /// <summary>An officer completes the one open work item of a case.</summary>
    public async Task<HttpResponseMessage> CompleteAsync(HttpClient officer, string number, string choice, string? click = null)
    {
        var auditor = await OfficerAsync("auditor", "auditor");
        var work = (await auditor.AskAsync("api/cases/" + number).MustAsync().JsonAsync()).GetProperty("workItems").EnumerateArray().Last(item => item.GetProperty("completedBy").ValueKind == JsonValueKind.Null);
        return await officer.ActAsync($"api/cases/{number}/work-items/{work.GetProperty("workItem").GetInt32()}/complete", new { choice, opinion = "x" }, click);
    }
}
