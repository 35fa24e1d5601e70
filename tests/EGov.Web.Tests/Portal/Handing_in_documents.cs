using System.Net;
using System.Net.Http.Headers;

namespace EGov.Web.Tests.Portal;

public sealed class Handing_in_documents(Office office) : IClassFixture<Office>
{
    private static readonly byte[] Plan = "%PDF-1.7 a floor plan"u8.ToArray();

    [Fact]
    public async Task gives_the_office_the_very_bytes()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await UploadAsync(licence, Plan, "floor-plan").MustAsync();
        var officer = await office.OfficerAsync("wang.fang", "food-intake");

        var filed = Assert.Single((await officer.AskAsync(licence.Case + "/documents").MustAsync().JsonAsync()).EnumerateArray());
        var read = await officer.AskAsync($"{licence.Case}/documents/{filed.GetProperty("content").GetString()}").MustAsync();

        Assert.Equal(Plan, await read.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", read.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", read.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task of_another_kind_is_refused_whatever_they_are_called()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var answer = await UploadAsync(licence, "<script>alert(1)</script>"u8.ToArray(), "floor-plan");
        Assert.Equal("document-kind", await answer.CodeAsync());
    }

    [Fact]
    public async Task for_a_material_the_item_does_not_ask_for_is_refused()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        Assert.Equal("field-not-offered", await (await UploadAsync(licence, Plan, "love-letter")).CodeAsync());
    }

    [Fact]
    public async Task does_not_open_documents_of_other_cases()
    {
        var (mine, other) = (await FoodLicence.ApplyAsync(office), await FoodLicence.ApplyAsync(office));
        await UploadAsync(other, [.. Plan, 1], "floor-plan").MustAsync();
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var content = (await officer.AskAsync(other.Case + "/documents").MustAsync().JsonAsync())[0].GetProperty("content").GetString();

        var request = new HttpRequestMessage(HttpMethod.Get, $"{mine.Track}/documents/{content}");
        request.Headers.Add("Query-Password", mine.Password);

        await office.Citizen().SendAsync(request).MustAsync(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> UploadAsync(FoodLicence licence, byte[] bytes, string material)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{licence.Track}/documents?material={material}&name=plan.pdf") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.Add("Query-Password", licence.Password);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return office.Citizen().SendAsync(request);
    }
}
