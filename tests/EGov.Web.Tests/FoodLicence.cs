using System.Net;
using System.Text.Json;

namespace EGov.Web.Tests;

/// <summary>An application for a food business licence, and the people who handle it.</summary>
internal sealed record FoodLicence(Office Office, string Number, string Password)
{
    public static object Form(string business = "小满面馆") => new
    {
        applicantName = "王小满", idType = "resident-id", idNumber = "11010519491231002X", mobile = "13800000000",
        businessName = business, creditCode = "91350100M000100Y43", address = "海潮路 1 号", areaSquareMetres = 86.5, fumes = "purified",
    };

    public static object Application(string business = "小满面馆") => new { form = Form(business), choices = new { businessForm = "catering" } };

    public string Case => "api/cases/" + Number;

    public string Track => "api/track/" + Number;

    public static async Task<FoodLicence> ApplyAsync(Office office)
    {
        var receipt = await office.Citizen().ActAsync("api/items/food-business-licence/applications", Application()).MustAsync(HttpStatusCode.Created).JsonAsync();
        return new(office, receipt.GetProperty("case").GetString()!, receipt.GetProperty("queryPassword").GetString()!);
    }

    /// <summary>An application that was found ready and accepted, so that the sign-off and the inspection are open.</summary>
    public static async Task<FoodLicence> AcceptedAsync(Office office)
    {
        var licence = await ApplyAsync(office);
        await licence.CompleteAsync("wang.fang", "food-intake", "Ready");
        await licence.CompleteAsync("wang.fang", "food-intake", "Accepted");
        return licence;
    }

    /// <summary>An officer of a party completes the one open work item of that party.</summary>
    public async Task<HttpResponseMessage> CompleteAsync(string officer, string party, string choice, string? opinion = null)
    {
        var client = await Office.OfficerAsync(officer, party);
        return await client.ActAsync($"{Case}/work-items/{await WorkItemOfAsync(party)}/complete", new { choice, opinion }).MustAsync();
    }

    /// <summary>An officer puts a document on file.</summary>
    public async Task FileAsync(string officer, string party, string material, byte[] content)
    {
        var client = await Office.OfficerAsync(officer, party);
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Case}/documents?material={material}&name={material}.pdf") { Content = new ByteArrayContent(content) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        await client.SendAsync(request).MustAsync();
    }

    public async Task<int> WorkItemOfAsync(string party)
    {
        var client = await Office.OfficerAsync("auditor", "auditor");
        return (await client.AskAsync(Case).MustAsync().JsonAsync()).GetProperty("workItems").EnumerateArray()
            .Single(item => item.GetProperty("party").ValueEquals(party) && item.GetProperty("completedBy").ValueKind == JsonValueKind.Null).GetProperty("workItem").GetInt32();
    }

    /// <summary>The case as its applicant sees it.</summary>
    public async Task<JsonElement> TrackedAsync(HttpClient? citizen = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Track);
        request.Headers.Add("Query-Password", Password);
        return await (citizen ?? Office.Citizen()).SendAsync(request).MustAsync().JsonAsync();
    }

    /// <summary>What the case would be compared by: its version.</summary>
    public async Task<int> VersionAsync() =>
        (await (await Office.OfficerAsync("auditor", "auditor")).AskAsync(Case).MustAsync().JsonAsync()).GetProperty("version").GetInt32();
}
