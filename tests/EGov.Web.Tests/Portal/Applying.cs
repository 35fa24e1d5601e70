using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace EGov.Web.Tests.Portal;

public sealed class Applying(Office office) : IClassFixture<Office>
{
    private const string Address = "api/items/food-business-licence/applications";

    [Fact]
    public async Task twice_with_one_click_gives_the_same_number_and_password()
    {
        var citizen = office.Citizen();
        var application = FoodLicence.Application("双击面馆");
        var answers = await Task.WhenAll(citizen.ActAsync(Address, application, click: "double"), citizen.ActAsync(Address, application, click: "double"));
        Assert.Equal(await answers[0].Content.ReadAsStringAsync(), await answers[1].Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task again_after_midnight_with_the_same_click_finds_the_first_receipt()
    {
        await using var night = new Office();
        var first = await night.Citizen().ActAsync(Address, FoodLicence.Application(), click: "late").MustAsync(HttpStatusCode.Created).JsonAsync();
        night.Time.Advance(TimeSpan.FromHours(20));
        var second = await night.Citizen().ActAsync(Address, FoodLicence.Application(), click: "late").MustAsync(HttpStatusCode.Created).JsonAsync();
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task tells_the_query_password_once_and_writes_it_nowhere()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        foreach (var file in Directory.EnumerateFiles(office.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(licence.Password, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task with_the_click_of_another_form_is_refused()
    {
        await office.Citizen().ActAsync(Address, FoodLicence.Application("甲"), click: "taken").MustAsync(HttpStatusCode.Created);
        var answer = await office.Citizen().ActAsync(Address, FoodLicence.Application("乙"), click: "taken");
        Assert.Equal("idempotency-key-reused", await answer.CodeAsync());
    }

    [Fact]
    public async Task at_the_window_says_where_it_was_filed()
    {
        var window = await office.OfficerAsync("wang.fang", "food-intake");
        var number = (await window.ActAsync(Address, FoodLicence.Application()).MustAsync(HttpStatusCode.Created).JsonAsync()).GetProperty("case").GetString();
        var filed = await window.AskAsync("api/cases/" + number).MustAsync().JsonAsync();
        Assert.Equal("window", filed.GetProperty("inputs").GetProperty("channel").GetString());
    }

    [Fact]
    public async Task at_a_window_of_another_item_is_forbidden()
    {
        var window = await office.OfficerAsync("xu.lan", "tax");
        await window.ActAsync(Address, FoodLicence.Application()).MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task for_what_does_not_exist_is_not_found() =>
        Assert.Equal("item-unknown", await (await office.Citizen().ActAsync("api/items/pony/applications", FoodLicence.Application())).CodeAsync());

    [Fact]
    public async Task with_an_e_mail_address_where_the_office_sends_none_is_refused()
    {
        var application = (JsonObject)JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(FoodLicence.Application()))!;
        application["email"] = "wang@example.com";
        var answer = await office.Citizen().ActAsync(Address, application).MustAsync(HttpStatusCode.BadRequest).JsonAsync();
        var problem = Assert.Single(answer.GetProperty("fields").EnumerateArray());
        Assert.Equal(("email", "field-unknown"), (problem.GetProperty("field").GetString(), problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("idNumber", "110105194912310021", "field-resident-id")]
    [InlineData("idNumber", "110105194902300027", "field-resident-id")]
    [InlineData("creditCode", "91350100M000100Y44", "field-credit-code")]
    [InlineData("mobile", "12345", "field-pattern")]
    [InlineData("fumes", "thick", "field-not-offered")]
    [InlineData("address", "", "field-missing")]
    [InlineData("businessName", "面\u0007馆", "field-invisible-characters")]
    [InlineData("businessName", "面\u202E馆", "field-invisible-characters")]
    [InlineData("businessName", "两行\n名称", "field-invisible-characters")]
    [InlineData("areaSquareMetres", "86", "field-not-number")]
    [InlineData("colour", "red", "field-unknown")]
    public async Task with_a_field_that_is_not_in_order_is_refused_by_name(string field, string value, string code)
    {
        var application = (JsonObject)JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(FoodLicence.Application()))!;
        application["form"]![field] = value;

        var answer = await office.Citizen().ActAsync(Address, application);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = Assert.Single((await answer.JsonAsync()).GetProperty("fields").EnumerateArray());
        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "no JSON", "{\"form\":" },
        { "no object", "[]" },
        { "nothing", "" },
        { "null", "null" },
        { "deep", new string('[', 100_000) },
        { "deep inside", "{\"form\":" + string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000) + "}" },
        { "unknown member", "{\"form\":{},\"admin\":true}" },
        { "member twice", "{\"form\":{},\"form\":{}}" },
        { "form is a number", "{\"form\":12}" },
        { "choices are a list", "{\"form\":{},\"choices\":[]}" },
        { "half a surrogate pair", "{\"form\":{\"applicantName\":\"\\ud800\"}}" },
        { "half a pair as a name", "{\"form\":{\"\\ud800\":1}}" },
        { "zero", "{\"form\":{\"applicantName\":\"a\\u0000b\"}}" },
        { "huge number", "{\"form\":{\"areaSquareMetres\":1e999}}" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task with_a_hostile_body_changes_nothing(string what, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());

        var answer = await office.Citizen().SendAsync(request);

        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, what);
        Assert.NotNull(await answer.CodeAsync());
    }

    [Fact]
    public async Task with_more_than_a_megabyte_is_refused()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(new byte[1_000_001]) };
        request.Headers.Add("Idempotency-Key", "large");
        var answer = await office.Citizen().SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("request-too-large", await answer.CodeAsync());
    }
}
